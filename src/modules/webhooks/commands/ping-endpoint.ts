import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { outcomeOf } from '../../../domain/webhooks/retry.js';
import { Clock } from '../../../platform/clock.js';
import { newId } from '../../../platform/ids.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { WebhookEndpoints } from '../queries/webhook-endpoints.js';
import { SendMessage } from './send-message.js';

/** What came of a test. */
export interface Pinged {
  readonly delivered: boolean;
  readonly status: number | null;
  readonly durationMs: number;
  readonly response: string | null;
  readonly error: string | null;
}

/**
 * Sends a `ping` to an endpoint at once, once, whether it is enabled or not, and tells what came of it. It takes ADMIN. It is not
 * stored, and what it comes to says nothing of the health of the endpoint. NOT_FOUND.
 */
@Injectable()
export class PingEndpoint {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly portfolios: Portfolios,
    private readonly send: SendMessage,
    private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, id: string): Promise<Result<Pinged>> {
    const endpoint = await this.endpoints.seenBy(viewer, id);
    if (!endpoint) {
      return refuse(notFound('The endpoint', ['id']));
    }
    const { key } = await this.portfolios.get(endpoint.portfolioId);
    const { status, durationMs, response, error } = await this.send.run(id, {
      id: newId(),
      kind: 'PING',
      at: this.clock.now(),
      data: { portfolio: key, text: 'If you can read this, the webhook works.' },
    });
    return accept({ delivered: outcomeOf(status) === 'DELIVERED', status, durationMs, response, error });
  }
}
