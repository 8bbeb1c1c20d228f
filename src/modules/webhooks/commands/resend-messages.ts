import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import type { WebhookEndpoint } from '../queries/webhook-endpoints.js';
import { WebhookMessages } from '../queries/webhook-messages.js';
import { EndpointBook } from './endpoint-book.js';
import { LockEndpoint } from './lock-endpoint.js';

const DISABLED: Refusal = {
  code: 'WRONG_STATE',
  message: 'The endpoint is disabled, so nothing is sent to it; enable it first.',
};

// One that waits anyway is only made due; a settled one begins anew, beside the order of the others.
const AGAIN = `
  WITH again AS (
    SELECT id FROM webhook_message WHERE endpoint_id = $1 AND ($3::uuid IS NULL OR id = $3) AND occurred_at >= $4
      AND (status = 'GIVEN_UP' OR ($5 AND status = 'DELIVERED') OR ($3 IS NOT NULL AND lease IS NULL)) FOR UPDATE
  ), sent AS (
    UPDATE webhook_message m SET status = 'PENDING', due_at = $2, settled_at = NULL,
      is_resent = m.is_resent OR m.status <> 'PENDING', failures = CASE WHEN m.status = 'PENDING' THEN m.failures ELSE 0 END
    FROM again WHERE m.id = again.id RETURNING 1
  )
  SELECT count(*)::int AS count FROM sent`;
const BEGINNING = '0001-01-01T00:00:00.000Z' as Instant;

interface Selection {
  readonly messageId: string | null;
  readonly since: Instant;
  readonly onlyFailed: boolean;
}

/**
 * Sends messages again under the ids they had. It takes ADMIN. They go beside the others: they neither wait for earlier ones of their
 * initiative nor let later ones wait. WRONG_STATE while the endpoint is disabled.
 */
@Injectable()
export class ResendMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: WebhookMessages,
    private readonly lock: LockEndpoint,
    private readonly book: EndpointBook,
    private readonly clock: Clock,
  ) {}

  /** One message, whatever became of it; one that waits is tried at once. NOT_FOUND. */
  one(viewer: Viewer, id: string): Promise<Result<{ readonly id: string }>> {
    return this.work.run(async (tx) => {
      const message = await this.messages.seenBy(viewer, id, tx);
      const endpoint = message && (await this.lock.run(viewer, message.endpointId, tx));
      if (!endpoint) {
        return refuse(notFound('The message', ['id']));
      }
      const done = await this.resend(tx, viewer, endpoint, { messageId: id, since: BEGINNING, onlyFailed: false });
      return done.ok ? accept({ id }) : done;
    });
  }

  /** All of an endpoint that tell of what happened since an instant: those given up, or the delivered ones too. NOT_FOUND. */
  since(
    viewer: Viewer,
    endpointId: string,
    since: Instant,
    onlyFailed: boolean,
  ): Promise<Result<{ readonly resent: number }>> {
    return this.work.run(async (tx) => {
      const endpoint = await this.lock.run(viewer, endpointId, tx);
      return endpoint
        ? this.resend(tx, viewer, endpoint, { messageId: null, since, onlyFailed })
        : refuse(notFound('The endpoint', ['endpointId']));
    });
  }

  private async resend(
    tx: Tx,
    viewer: Viewer,
    endpoint: WebhookEndpoint,
    { messageId, since, onlyFailed }: Selection,
  ): Promise<Result<{ readonly resent: number }>> {
    if (endpoint.disabledAt !== null) {
      return refuse(DISABLED);
    }
    const at = this.clock.now();
    const [row] = await tx.query<{ count: number }>(AGAIN, [endpoint.id, at, messageId, since, !onlyFailed]);
    const count = row?.count ?? 0;
    const changes = messageId === null ? { since, onlyFailed, messages: count } : { messageId };
    await this.book.resent(tx, endpoint, changes, { at, by: viewer.userId });
    return accept({ resent: count });
  }
}
