import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A delivery as it is kept when it comes in. */
export interface NewDelivery {
  readonly id: string;
  readonly portfolioId: string;
  readonly connectionId: string;
  readonly deliveryKey: string;
  readonly eventName: string | null;
  readonly status: 'RECEIVED' | 'IGNORED' | 'QUARANTINED';
  readonly reason: string | null;
  readonly receivedAt: Instant;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly bodySha256: Uint8Array;
  readonly dueAt: Instant | null;
}

/** What became of a delivery. */
export interface Settlement {
  readonly status: Exclude<InboundDeliveryStatus, 'RECEIVED'>;
  readonly eventName: string | null;
  readonly reason: string | null;
}

// The same delivery again leaves the row as it stands: what was made of it is not undone.
const INSERT = `
  INSERT INTO inbound_delivery AS d (id, portfolio_id, connection_id, delivery_key, event_name, status, reason, received_at,
    headers, body, body_sha256, due_at, settled_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE WHEN $6 = 'RECEIVED' THEN NULL ELSE $8::timestamptz END)
  ON CONFLICT (connection_id, delivery_key) DO UPDATE SET repetitions = d.repetitions + 1
  RETURNING d.id = $1 AS "isNew"`;

// A delivery that was applied once stays so when a replay finds that all of it is known, or that none of it concerns us any more.
const SETTLE = `
  UPDATE inbound_delivery SET
    status = CASE WHEN $2 IN ('DUPLICATE', 'IGNORED') AND applied_at IS NOT NULL THEN 'APPLIED' ELSE $2 END,
    event_name = coalesce($3, event_name), reason = $4, settled_at = $5, due_at = NULL, attempts = attempts + 1,
    applied_at = CASE WHEN $2 = 'APPLIED' THEN coalesce(applied_at, $5) ELSE applied_at END
  WHERE id = $1`;

const PARK = 'UPDATE inbound_delivery SET due_at = NULL WHERE id = $1';

const UNPARK = `
  UPDATE inbound_delivery SET due_at = received_at WHERE id IN (
    SELECT d.id FROM integration_connection c
    JOIN LATERAL (
      SELECT w.id FROM inbound_delivery w
      WHERE w.connection_id = c.id AND w.status = 'RECEIVED' AND w.due_at IS NULL
      ORDER BY w.received_at LIMIT 1000 FOR UPDATE SKIP LOCKED
    ) d ON true
    WHERE NOT c.paused)`;

// Only who counted the attempts that stand may count one more: another worker may have been there in between.
const RETRY = `
  UPDATE inbound_delivery SET status = 'RECEIVED', attempts = attempts + 1, due_at = $3, reason = $4, settled_at = NULL
  WHERE id = $1 AND attempts = $2`;
const FAIL = `
  UPDATE inbound_delivery SET status = 'FAILED', attempts = attempts + 1, due_at = NULL, reason = $3, settled_at = $4
  WHERE id = $1 AND attempts = $2`;

const BEGIN_ANEW = `
  UPDATE inbound_delivery SET status = 'RECEIVED', attempts = 0, due_at = $2, reason = NULL, settled_at = NULL,
    dismissed_at = NULL, dismissed_by = NULL, dismissal = NULL
  WHERE id = $1`;

const DISMISS = 'UPDATE inbound_delivery SET dismissed_at = $2, dismissed_by = $3, dismissal = $4 WHERE id = $1';

const MAKE_DUE = `
  WITH due AS (
    UPDATE inbound_delivery SET status = 'RECEIVED', attempts = 0, due_at = $4, reason = NULL, settled_at = NULL
    WHERE connection_id = $1 AND received_at >= $2 AND status = ANY($3) AND body IS NOT NULL AND dismissed_at IS NULL
    RETURNING id)
  SELECT count(*)::int AS count FROM due`;

// What never was applied cannot be any more without its content, and says so.
const DROP_BODIES = `
  WITH kept AS (
    SELECT id FROM inbound_delivery WHERE body IS NOT NULL AND received_at < $1 ORDER BY received_at LIMIT $2
    FOR UPDATE SKIP LOCKED),
  dropped AS (
    UPDATE inbound_delivery d SET body = NULL, due_at = NULL,
      status = CASE WHEN d.status = 'RECEIVED' THEN 'FAILED' ELSE d.status END,
      reason = CASE WHEN d.status = 'RECEIVED' THEN $4 ELSE d.reason END,
      settled_at = CASE WHEN d.status = 'RECEIVED' THEN $3 ELSE d.settled_at END
    FROM kept WHERE d.id = kept.id RETURNING d.id)
  SELECT count(*)::int AS count FROM dropped`;

/** Writes what came in, and what became of it. */
@Injectable()
export class InboundDeliveryRepository {
  /** Whether it is new; a delivery with a key that is there is only counted. */
  async insert(tx: Tx, delivery: NewDelivery): Promise<boolean> {
    const [row] = await tx.query<{ isNew: boolean }>(INSERT, [
      delivery.id,
      delivery.portfolioId,
      delivery.connectionId,
      delivery.deliveryKey,
      delivery.eventName,
      delivery.status,
      delivery.reason,
      delivery.receivedAt,
      JSON.stringify(delivery.headers),
      delivery.body,
      delivery.bodySha256,
      delivery.dueAt,
    ]);
    return row?.isNew ?? false;
  }

  async settle(tx: Tx, id: string, { status, eventName, reason }: Settlement, at: Instant): Promise<void> {
    await tx.query(SETTLE, [id, status, eventName, reason, at]);
  }

  /** Has it wait until its connection is resumed. */
  async park(tx: Tx, id: string): Promise<void> {
    await tx.query(PARK, [id]);
  }

  /** Makes due what waits for connections that are not paused any more, in the order it came. */
  async unpark(tx: Tx): Promise<void> {
    await tx.query(UNPARK);
  }

  /** Notes a failure after which it is tried again, unless somebody noted one since `attempts` was read. */
  async retryAt(tx: Tx, id: string, attempts: number, dueAt: Instant, reason: string): Promise<void> {
    await tx.query(RETRY, [id, attempts, dueAt, reason]);
  }

  /** Notes a failure after which it is not tried again, unless somebody noted one since `attempts` was read. */
  async fail(tx: Tx, id: string, attempts: number, reason: string, at: Instant): Promise<void> {
    await tx.query(FAIL, [id, attempts, reason, at]);
  }

  /** Makes it due as though it had just come, with all its attempts. */
  async beginAnew(tx: Tx, id: string, dueAt: Instant): Promise<void> {
    await tx.query(BEGIN_ANEW, [id, dueAt]);
  }

  /** Lets a delivery be that could not be applied. */
  async dismiss(
    tx: Tx,
    id: string,
    { at, by, why }: { readonly at: Instant; readonly by: string; readonly why: string },
  ): Promise<void> {
    await tx.query(DISMISS, [id, at, by, why]);
  }

  /**
   * Makes deliveries of a connection due that still have their content and that nobody dismissed, and says how many; `dueAt`
   * null has them wait for it to be resumed.
   */
  async makeDue(
    tx: Tx,
    connectionId: string,
    { since, statuses }: { readonly since: Instant; readonly statuses: readonly InboundDeliveryStatus[] },
    dueAt: Instant | null,
  ): Promise<number> {
    const [row] = await tx.query<{ count: number }>(MAKE_DUE, [connectionId, since, statuses, dueAt]);
    return row?.count ?? 0;
  }

  /** Drops the content of at most `most` deliveries that came before an instant, the oldest first, and says of how many. */
  async dropBodies(
    tx: Tx,
    { before, most }: { readonly before: Instant; readonly most: number },
    at: Instant,
    reason: string,
  ): Promise<number> {
    const [row] = await tx.query<{ count: number }>(DROP_BODIES, [before, most, at, reason]);
    return row?.count ?? 0;
  }
}
