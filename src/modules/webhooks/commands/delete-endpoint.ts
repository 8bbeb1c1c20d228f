import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EndpointBook } from './endpoint-book.js';
import { LockEndpoint } from './lock-endpoint.js';

/** Deletes an endpoint: nothing more is sent to it, not even what waits. It takes ADMIN. NOT_FOUND. */
@Injectable()
export class DeleteEndpoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lock: LockEndpoint,
    private readonly book: EndpointBook,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<{ readonly id: string }>> {
    return this.work.run(async (tx) => {
      const endpoint = await this.lock.run(viewer, id, tx);
      if (!endpoint) {
        return refuse(notFound('The endpoint', ['id']));
      }
      await this.book.delete(tx, endpoint, { at: this.clock.now(), by: viewer.userId });
      return accept({ id });
    });
  }
}
