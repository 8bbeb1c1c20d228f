import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EndpointBook } from './endpoint-book.js';
import { LockEndpoint } from './lock-endpoint.js';

const BOTH_MS = 86_400_000;

/**
 * Gives an endpoint a new secret, told this once; for 24 hours messages are signed by both, then by the new one alone. It takes ADMIN.
 * NOT_FOUND.
 */
@Injectable()
export class RotateEndpointSecret {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lock: LockEndpoint,
    private readonly book: EndpointBook,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<{ readonly id: string; readonly secret: string }>> {
    return this.work.run(async (tx) => {
      const endpoint = await this.lock.run(viewer, id, tx);
      if (!endpoint) {
        return refuse(notFound('The endpoint', ['id']));
      }
      const at = this.clock.now();
      const until = instantOf(millisecondsOf(at) + BOTH_MS);
      return accept({ id, secret: await this.book.rotate(tx, endpoint, until, { at, by: viewer.userId }) });
    });
  }
}
