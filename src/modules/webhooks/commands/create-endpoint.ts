import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import {
  checkEndpoint,
  eventsInOrder,
  MOST_ENDPOINTS,
  type WebhookFormat,
} from '../../../domain/webhooks/check-endpoint.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OutgoingHttp } from '../../../platform/http/outgoing-http.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { EndpointBook } from './endpoint-book.js';

export interface EndpointRequest {
  readonly portfolioKey: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly format: WebhookFormat;
}

const LOCK_PORTFOLIO = 'SELECT 1 FROM portfolio WHERE id = $1 FOR NO KEY UPDATE';
const COUNT = 'SELECT count(*)::int AS count FROM webhook_endpoint WHERE portfolio_id = $1 AND deleted_at IS NULL';

const TOO_MANY: Refusal = {
  code: 'WRONG_STATE',
  message: `The portfolio has ${MOST_ENDPOINTS} endpoints already, which is as many as it may have. Delete one that is not needed any more.`,
};

/**
 * Adds an endpoint that is told of events from now on; it takes ADMIN. Its secret is made here and told this once. INVALID
 * for an address that cannot or must not be called, as far as that can be told without asking a name server, and without any kind
 * of event; WRONG_STATE where the portfolio has 20 already.
 */
@Injectable()
export class CreateEndpoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly book: EndpointBook,
    private readonly http: OutgoingHttp,
    private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { portfolioKey, url, events, format }: EndpointRequest,
  ): Promise<Result<{ readonly id: string; readonly secret: string }>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.portfolios.seenBy(viewer, portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'webhook:manage', portfolio.id)) {
        return refuse(notFound('The portfolio', ['input', 'portfolioKey']));
      }
      await tx.query(LOCK_PORTFOLIO, [portfolio.id]);
      const [row] = await tx.query<{ count: number }>(COUNT, [portfolio.id]);
      const refusals = [
        ...checkEndpoint({ url, events }, this.http.problemOf(url)),
        ...((row?.count ?? 0) >= MOST_ENDPOINTS ? [TOO_MANY] : []),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const terms = { url, events: eventsInOrder(events), format };
      return accept(await this.book.create(tx, portfolio.id, terms, { at: this.clock.now(), by: viewer.userId }));
    });
  }
}
