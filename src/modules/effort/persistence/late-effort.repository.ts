import { Injectable } from '@nestjs/common';
import type { Booking, EntryIdentity } from '../../../domain/effort/effort-entry.js';
import type { LateEntry, LateStatus, QueuePlan } from '../../../domain/effort/late-effort.js';
import { identityKey } from '../../../domain/effort/plan-batch.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LedgerStamp } from './effort.repository.js';

type Row = Omit<Booking, 'categorySource' | 'ruleName' | 'rulesVersion'> &
  Pick<LateEntry, 'id' | 'kind' | 'replacesOn'> &
  EntryIdentity;

const TAKE_TURN = `SELECT pg_advisory_xact_lock(hashtextextended($1 || ':late effort', 5))`;

const COLUMNS = `
  l.id, l.kind, l.source, l.external_id AS "externalId", l.initiative_id AS "initiativeId", l.category_key AS "categoryKey", l.amount,
  l.unit, l.worked_on AS "workedOn", l.person, l.note, l.labels, l.method, l.components,
  l.ticket_type AS "ticketType", l.project_key AS "projectKey", l.connection_id AS "connectionId", l.replaces_on AS "replacesOn"`;

const PENDING_OF = `
  SELECT ${COLUMNS} FROM unnest($2::text[], $3::text[]) AS asked (source, external_id)
  JOIN late_effort l ON l.portfolio_id = $1 AND l.source = asked.source AND l.external_id = asked.external_id AND l.status = 'PENDING'
  ORDER BY l.id FOR UPDATE OF l`;

const REFUSED_LAST = `
  SELECT ${COLUMNS} FROM unnest($2::text[], $3::text[]) AS asked (source, external_id)
  CROSS JOIN LATERAL (
    SELECT * FROM late_effort last
    WHERE last.portfolio_id = $1 AND last.source = asked.source AND last.external_id = asked.external_id
    ORDER BY last.received_at DESC, last.id DESC LIMIT 1) l
  WHERE l.status = 'REFUSED'`;

const PENDING_BY_IDS = `
  SELECT ${COLUMNS} FROM late_effort l WHERE l.portfolio_id = $1 AND l.id = ANY($2) AND l.status = 'PENDING'
  ORDER BY l.id FOR UPDATE OF l`;

const INSERT = `
  INSERT INTO late_effort (id, portfolio_id, kind, status, initiative_id, category_key, amount, unit, worked_on, person, note, labels, source,
    external_id, method, components, ticket_type, project_key, connection_id, replaces_on, received_at, received_by, decided_at, decided_by)
  SELECT r.id, $1, r.kind, CASE WHEN r."isSuperseded" THEN 'SUPERSEDED' ELSE 'PENDING' END, r."initiativeId", r."categoryKey", r.amount,
    r.unit, r."workedOn", r.person, r.note, r.labels, r.source, r."externalId", r.method, coalesce(r.components, '{}'),
    r."ticketType", r."projectKey", r."connectionId", r."replacesOn", $2, $3,
    CASE WHEN r."isSuperseded" THEN $2::timestamptz END, CASE WHEN r."isSuperseded" THEN $3::uuid END
  FROM json_to_recordset($4::json) AS r (id uuid, kind text, "isSuperseded" boolean, "initiativeId" uuid, "categoryKey" text,
    amount numeric, unit text, "workedOn" date, person text, note text, labels text[], source text, "externalId" text, method text,
    components text[], "ticketType" text, "projectKey" text, "connectionId" uuid, "replacesOn" date)`;

const HAS_PENDING = `SELECT EXISTS (SELECT 1 FROM late_effort WHERE portfolio_id = $1 AND status = 'PENDING') AS "hasPending"`;

const SETTLE = 'UPDATE late_effort SET status = $2, decided_at = $3, decided_by = $4, reason = $5 WHERE id = ANY($1)';

/** The queue of late entries. What is read of it to be changed stays locked until the transaction ends. */
@Injectable()
export class LateEffortRepository {
  /** Waits until nobody else puts anything into the queue of the portfolio. */
  async takeTurn(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(TAKE_TURN, [portfolioId]);
  }

  /** Whether anything waits in the queue of the portfolio at all. */
  async hasPending(tx: Tx, portfolioId: string): Promise<boolean> {
    const [found] = await tx.query<{ hasPending: boolean }>(HAS_PENDING, [portfolioId]);
    return found?.hasPending === true;
  }

  /** What waits of these identities, by identity key. */
  async pendingOf(
    tx: Tx,
    portfolioId: string,
    identities: readonly EntryIdentity[],
  ): Promise<ReadonlyMap<string, LateEntry>> {
    if (!(await this.hasPending(tx, portfolioId))) {
      return new Map();
    }
    const asked = [...new Map(identities.map((identity) => [identityKey(identity), identity])).values()];
    const rows = await tx.query<Row>(PENDING_OF, [
      portfolioId,
      asked.map(({ source }) => source),
      asked.map(({ externalId }) => externalId),
    ]);
    return new Map(rows.map((row) => [identityKey(row), entryOf(row)]));
  }

  /** Of these identities what was asked for last, where it was refused, by identity key. */
  async refusedLastOf(
    tx: Tx,
    portfolioId: string,
    identities: readonly EntryIdentity[],
  ): Promise<ReadonlyMap<string, LateEntry>> {
    const sources = identities.map(({ source }) => source);
    const externalIds = identities.map(({ externalId }) => externalId);
    const rows = await tx.query<Row>(REFUSED_LAST, [portfolioId, sources, externalIds]);
    return new Map(rows.map((row) => [identityKey(row), entryOf(row)]));
  }

  /** Those of the ids that wait, in the order they came. */
  async pendingByIds(tx: Tx, portfolioId: string, ids: readonly string[]): Promise<readonly LateEntry[]> {
    return (await tx.query<Row>(PENDING_BY_IDS, [portfolioId, ids])).map(entryOf);
  }

  /** Writes what becomes of the queue. */
  async change(tx: Tx, stamp: LedgerStamp, { queued, superseded }: QueuePlan): Promise<void> {
    if (superseded.length > 0) {
      await this.settle(tx, stamp, superseded, 'SUPERSEDED', null);
    }
    if (queued.length > 0) {
      const rows = queued.map(({ identity, booking, ...entry }) => ({ ...booking, ...identity, ...entry }));
      await tx.query(INSERT, [stamp.portfolioId, stamp.at, stamp.by, JSON.stringify(rows)]);
    }
  }

  /** Writes what was decided of entries that wait. */
  async settle(
    tx: Tx,
    { at, by }: LedgerStamp,
    ids: readonly string[],
    status: Exclude<LateStatus, 'PENDING'>,
    reason: string | null,
  ): Promise<void> {
    await tx.query(SETTLE, [ids, status, at, by, reason]);
  }
}

const entryOf = ({ id, kind, replacesOn, source, externalId, ...booking }: Row): LateEntry => ({
  id,
  kind,
  replacesOn,
  identity: { source, externalId },
  booking: {
    ...booking,
    categorySource: booking.categoryKey === null ? 'NONE' : 'STATED',
    ruleName: null,
    rulesVersion: null,
  },
});
