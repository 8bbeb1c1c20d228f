import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { isLost } from '../../../domain/webhooks/endpoint-health.js';
import type { Message } from '../../../domain/webhooks/message.js';
import { nextAttempt, outcomeOf, readRetryAfter } from '../../../domain/webhooks/retry.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import type { ClaimedMessage } from './claim-messages.js';
import { EndpointBook } from './endpoint-book.js';
import { SendMessage, type Sent } from './send-message.js';

const LOCK = `SELECT status, lease FROM webhook_message WHERE id = $1 FOR UPDATE`;
const LOG = `
  INSERT INTO webhook_attempt (message_id, number, attempted_at, duration_ms, request_headers, status, response, error)
  SELECT $1, (SELECT count(*) + 1 FROM webhook_attempt WHERE message_id = $1), $2, $3, $4, $5, $6, $7`;
const SETTLE = `
  UPDATE webhook_message SET status = $2, settled_at = $3, due_at = NULL, lease = NULL, leased_until = NULL WHERE id = $1`;
const GIVE_UP = `
  UPDATE webhook_message SET status = 'GIVEN_UP', settled_at = $2, due_at = NULL, lease = NULL, leased_until = NULL, failures = $3
  WHERE id = $1`;
const PUT_OFF = `
  UPDATE webhook_message SET due_at = $2, failures = $3, lease = NULL, leased_until = NULL WHERE id = $1`;
// Those that wait for it are due when it is, so that nobody looks at them meanwhile, and at once when it is settled.
const FOLLOWERS = `
  UPDATE webhook_message f SET due_at = $2 FROM webhook_message m
  WHERE m.id = $1 AND NOT m.is_resent AND f.endpoint_id = m.endpoint_id AND f.chain = m.chain AND f.status = 'PENDING' AND NOT f.is_resent
    AND (f.sequence, f.place) > (m.sequence, m.place) AND f.due_at <> $2`;
const FAILED = `
  UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, $2) WHERE id = $1 AND deleted_at IS NULL`;
const STANDING = `
  SELECT portfolio_id AS "portfolioId", failing_since AS "failingSince" FROM webhook_endpoint
  WHERE id = $1 AND deleted_at IS NULL AND disabled_at IS NULL`;
const WORKS = 'UPDATE webhook_endpoint SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL';

/**
 * Delivers a message that this process holds, and writes what came of it: delivered by an answer from 200 to 299; else tried again
 * by the schedule, at `Retry-After` where that is later, and given up after eight attempts. A receiver that answers 410, or one of which
 * every attempt failed for five days, is disabled by the system; what waits for it goes on waiting. Killed before it has
 * written that, the message is sent again under the same id.
 */
@Injectable()
export class DeliverMessage {
  constructor(
    private readonly send: SendMessage,
    private readonly work: UnitOfWork,
    private readonly book: EndpointBook,
    private readonly clock: Clock,
  ) {}

  async run(claimed: ClaimedMessage): Promise<void> {
    const { id, eventType, occurredAt, data } = claimed;
    const sent = await this.send.run(claimed.endpointId, { id, kind: eventType, at: occurredAt, data } as Message);
    await this.work.run(async (tx) => {
      const [message] = await tx.query<{ status: string; lease: string | null }>(LOCK, [id]);
      if (message) {
        await this.log(tx, id, sent);
        if (outcomeOf(sent.status) === 'DELIVERED') {
          await this.delivered(tx, claimed);
        } else if (message.lease === claimed.lease) {
          // Whose lease ran out lets the one who holds it now tell of failures.
          await this.failed(tx, claimed, sent);
        }
      }
      return accept(null);
    });
  }

  private async log(tx: Tx, id: string, sent: Sent): Promise<void> {
    const { at, durationMs, headers, status, response, error } = sent;
    await tx.query(LOG, [id, at, durationMs, headers, status, response, error]);
  }

  private async delivered(tx: Tx, { id, endpointId, failures }: ClaimedMessage): Promise<void> {
    const now = this.clock.now();
    await tx.query(SETTLE, [id, 'DELIVERED', now]);
    if (failures > 0) {
      await tx.query(FOLLOWERS, [id, now]);
    }
    await tx.query(WORKS, [endpointId]);
  }

  private async failed(tx: Tx, { id, endpointId, failures }: ClaimedMessage, sent: Sent): Promise<void> {
    const now = this.clock.now();
    const isGone = outcomeOf(sent.status) === 'GONE';
    const next = isGone ? now : this.nextAttempt(failures + 1, now, sent);
    await (next === null ? tx.query(GIVE_UP, [id, now, failures + 1]) : tx.query(PUT_OFF, [id, next, failures + 1]));
    await tx.query(FOLLOWERS, [id, next ?? now]);
    await tx.query(FAILED, [endpointId, sent.at]);
    const [endpoint] = await tx.query<{ portfolioId: string; failingSince: Instant }>(STANDING, [endpointId]);
    if (endpoint && (isGone || isLost(endpoint.failingSince, now))) {
      await this.book.disable(tx, { id: endpointId, ...endpoint }, isGone ? 'GONE' : 'FAILING', now);
    }
  }

  private nextAttempt(failures: number, now: Instant, { retryAfter }: Sent): Instant | null {
    return nextAttempt(failures, now, { retryAfterMs: readRetryAfter(retryAfter, now), chance: Math.random() });
  }
}
