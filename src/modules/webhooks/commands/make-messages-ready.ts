import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { log } from '../../../platform/logging.js';
import type { ToldGate } from '../../gates/queries/criterion-changes.js';
import { EventTellings, type OutboundEvent } from '../queries/event-tellings.js';

const AT_ONCE = 50;
const AGAIN_MS = 60_000;

interface EventRow {
  readonly chain: string;
  readonly sequence: number;
  readonly portfolioId: string;
  readonly endpoints: readonly string[];
  readonly body: string;
  readonly last: ToldGate | null;
}

// Of each chain the first that waits, so that messages of an initiative are made in the order of its events.
const NEXT = `
  SELECT o.chain, o.sequence, o.portfolio_id AS "portfolioId", o.endpoints, a.body,
    (SELECT l.criteria FROM outbound_event l WHERE l.chain = o.chain AND l.sequence < o.sequence AND l.criteria IS NOT NULL
     ORDER BY l.sequence DESC LIMIT 1) AS last
  FROM outbound_event o JOIN audit_event a ON a.chain = o.chain AND a.sequence = o.sequence
  WHERE o.ready_at IS NULL AND (o.retry_at IS NULL OR o.retry_at <= $1)
    AND NOT EXISTS (SELECT 1 FROM outbound_event e WHERE e.chain = o.chain AND e.sequence < o.sequence AND e.ready_at IS NULL)
  ORDER BY o.chain, o.sequence LIMIT ${AT_ONCE} FOR UPDATE OF o SKIP LOCKED`;

const WANTED = 'SELECT id, events FROM webhook_endpoint WHERE id = ANY($1) AND deleted_at IS NULL ORDER BY id';

const INSERT = `
  INSERT INTO webhook_message (id, portfolio_id, endpoint_id, chain, sequence, place, event_type, occurred_at, data, status, due_at)
  SELECT m.id, $5, m.endpoint_id, $6, $7, m.place, m.event_type, $8, m.data, 'PENDING', $9
  FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $10::jsonb[]) AS m (id, endpoint_id, place, event_type, data)`;

/**
 * Makes the messages of the events that wait, at most 50 at once and of each chain one after the other. Several processes may do so at
 * the same time. An event that cannot be told waits a minute, and its chain with it; the others do not.
 */
@Injectable()
export class MakeMessagesReady {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tellings: EventTellings,
    private readonly clock: Clock,
  ) {}

  /** How many events were looked at. */
  async run(): Promise<number> {
    const done = await this.work.run(async (tx) => {
      const now = this.clock.now();
      const rows = await tx.query<EventRow>(NEXT, [now]);
      for (const row of rows) {
        await this.makeOrPutOff(tx, row, now);
      }
      return accept(rows.length);
    });
    return done.ok ? done.value : 0;
  }

  private async makeOrPutOff(tx: Tx, row: EventRow, now: Instant): Promise<void> {
    await tx.query('SAVEPOINT event');
    try {
      await this.make(tx, row, now);
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT event');
      log.error(
        { err: error, chain: row.chain, sequence: row.sequence },
        'an event could not be told; it will be tried again',
      );
      await tx.query('UPDATE outbound_event SET retry_at = $3 WHERE chain = $1 AND sequence = $2', [
        row.chain,
        row.sequence,
        instantOf(millisecondsOf(now) + AGAIN_MS),
      ]);
    }
    await tx.query('RELEASE SAVEPOINT event');
  }

  private async make(tx: Tx, row: EventRow, now: Instant): Promise<void> {
    const { chain, sequence, portfolioId, last } = row;
    const endpoints = await tx.query<{ id: string; events: readonly WebhookEventType[] }>(WANTED, [row.endpoints]);
    const wanted = new Set(endpoints.flatMap(({ events }) => events));
    const event: OutboundEvent = {
      ...(JSON.parse(row.body) as Pick<OutboundEvent, 'at' | 'actorId' | 'action' | 'changes'>),
      chain,
      sequence,
      portfolioId,
      last,
    };
    const { tellings, gate } = await this.tellings.of(event, wanted, tx);
    const messages = endpoints.flatMap(({ id, events }) =>
      tellings.flatMap(({ kind, data }, place) =>
        kind !== 'PING' && events.includes(kind) ? [{ id: newId(), endpointId: id, place, kind, data }] : [],
      ),
    );
    await tx.query(INSERT, [
      messages.map(({ id }) => id),
      messages.map(({ endpointId }) => endpointId),
      messages.map(({ place }) => place),
      messages.map(({ kind }) => kind),
      portfolioId,
      chain,
      sequence,
      event.at,
      now,
      messages.map(({ data }) => JSON.stringify(data)),
    ]);
    await tx.query('UPDATE outbound_event SET ready_at = $3, criteria = $4 WHERE chain = $1 AND sequence = $2', [
      chain,
      sequence,
      now,
      gate,
    ]);
  }
}
