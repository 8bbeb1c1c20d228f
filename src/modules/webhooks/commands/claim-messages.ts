import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';

/** Longer than an attempt can take. Who does not settle by then is taken for dead, and the message is sent again. */
const LEASE_MS = 60_000;
/** One that is slow must not take the turns of the others. */
const AT_ONCE_PER_ENDPOINT = 3;

/** A message that this process is to send now. */
export interface ClaimedMessage {
  readonly id: string;
  readonly endpointId: string;
  readonly lease: string;
  readonly eventType: WebhookEventType;
  readonly occurredAt: Instant;
  readonly data: unknown;
  readonly failures: number;
}

const CLAIM = `
  WITH busy AS (
    SELECT endpoint_id, count(*) AS held FROM webhook_message WHERE status = 'PENDING' AND leased_until > $1 GROUP BY endpoint_id
  ), due AS (
    SELECT m.id, m.due_at, coalesce(b.held, 0) + row_number() OVER (PARTITION BY m.endpoint_id ORDER BY m.due_at, m.id) AS turn
    FROM webhook_message m JOIN webhook_endpoint e ON e.id = m.endpoint_id LEFT JOIN busy b ON b.endpoint_id = m.endpoint_id
    WHERE m.status = 'PENDING' AND m.due_at <= $1 AND (m.leased_until IS NULL OR m.leased_until <= $1)
      AND e.deleted_at IS NULL AND e.disabled_at IS NULL
      AND (m.is_resent OR NOT EXISTS (
        SELECT 1 FROM webhook_message p
        WHERE p.endpoint_id = m.endpoint_id AND p.chain = m.chain AND p.status = 'PENDING' AND NOT p.is_resent
          AND (p.sequence, p.place) < (m.sequence, m.place)))
  ), mine AS (
    SELECT id FROM webhook_message
    WHERE id IN (SELECT id FROM due WHERE turn <= ${AT_ONCE_PER_ENDPOINT} ORDER BY due_at, id LIMIT $4)
      AND status = 'PENDING' AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
    FOR UPDATE SKIP LOCKED
  )
  UPDATE webhook_message m SET lease = $2, leased_until = $3 FROM mine WHERE m.id = mine.id
  RETURNING m.id, m.endpoint_id AS "endpointId", m.lease, m.event_type AS "eventType", m.occurred_at AS "occurredAt", m.data, m.failures`;

/**
 * Takes messages that are due, at most so many, and keeps them from every other process for a minute: no transaction stays open while
 * they are sent. Of one initiative an endpoint gets one after the other, in the order of the events: a later one waits until the earlier is
 * delivered or given up.
 */
@Injectable()
export class ClaimMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(most: number): Promise<readonly ClaimedMessage[]> {
    const now = this.clock.now();
    const until = instantOf(millisecondsOf(now) + LEASE_MS);
    return this.database.rows<ClaimedMessage>(CLAIM, [now, newId(), until, most]);
  }
}
