import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkEndpoint, eventsInOrder } from '../../../domain/webhooks/check-endpoint.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OutgoingHttp } from '../../../platform/http/outgoing-http.js';
import { EndpointBook, type EndpointTerms } from './endpoint-book.js';
import { LockEndpoint } from './lock-endpoint.js';

/**
 * Changes an endpoint; what is left out stays. It takes ADMIN. Enabled again it gets what waited meanwhile, in order, and not what
 * happened while it was disabled. NOT_FOUND; INVALID as at its creation.
 */
@Injectable()
export class UpdateEndpoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lock: LockEndpoint,
    private readonly book: EndpointBook,
    private readonly http: OutgoingHttp,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string, change: Partial<EndpointTerms>): Promise<Result<{ readonly id: string }>> {
    return this.work.run(async (tx) => {
      const endpoint = await this.lock.run(viewer, id, tx);
      if (!endpoint) {
        return refuse(notFound('The endpoint', ['id']));
      }
      const before: EndpointTerms = { ...endpoint, isEnabled: endpoint.disabledAt === null };
      const terms = { ...before, ...change };
      const refusals = checkEndpoint(terms, change.url === undefined ? null : this.http.problemOf(terms.url));
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = { at: this.clock.now(), by: viewer.userId };
      await this.book.update(tx, { ...endpoint, ...before }, { ...terms, events: eventsInOrder(terms.events) }, stamp);
      return accept({ id });
    });
  }
}
