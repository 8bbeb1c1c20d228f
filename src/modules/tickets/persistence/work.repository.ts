import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { KnownWorklog } from '../../../domain/tickets/bring-forward.js';
import type { CarriedEffort, CounterReading, ExternalUser, WorklogSnapshot } from '../../../domain/tickets/ticket.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { ConnectionRow } from './connection-row.js';

interface WorklogRow {
  readonly externalId: string;
  readonly ticketExternalId: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly localDate: CalendarDate | null;
  readonly seconds: number | null;
  readonly updatedAt: Instant | null;
  readonly deletedAt: Instant | null;
}

const WORKLOG = `
  SELECT external_id AS "externalId", ticket_external_id AS "ticketExternalId", author_id AS "authorId", author_name AS "authorName",
    local_date AS "localDate", seconds, tool_updated_at AS "updatedAt", deleted_at AS "deletedAt"
  FROM worklog`;
const FIND = `${WORKLOG} WHERE connection_id = $1 AND external_id = $2`;
const OF_TICKET = `
  ${WORKLOG} WHERE connection_id = $1 AND ticket_external_id = $2 AND deleted_at IS NULL AND tool_updated_at IS NOT NULL
  ORDER BY external_id`;

const SAVE = `
  INSERT INTO worklog (connection_id, portfolio_id, external_id, ticket_external_id, author_id, author_name, local_date, seconds,
    tool_updated_at, deleted_at, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (connection_id, external_id) DO UPDATE SET ticket_external_id = excluded.ticket_external_id,
    author_id = excluded.author_id, author_name = excluded.author_name, local_date = excluded.local_date, seconds = excluded.seconds,
    tool_updated_at = excluded.tool_updated_at, deleted_at = excluded.deleted_at, recorded_at = excluded.recorded_at`;

// Of two readings of one version that differ in what was before, or by whom, both sides come to the same.
const READ = `
  INSERT INTO counter_reading AS r (id, portfolio_id, connection_id, ticket_external_id, cumulative_seconds, previous_seconds, by_id,
    by_name, at, revision, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (connection_id, ticket_external_id, coalesce(revision, -1), at, cumulative_seconds) DO UPDATE SET
    previous_seconds = least(r.previous_seconds, excluded.previous_seconds),
    by_id = least(r.by_id, excluded.by_id),
    by_name = CASE WHEN excluded.by_id < r.by_id OR r.by_id IS NULL THEN excluded.by_name ELSE r.by_name END
  WHERE (r.previous_seconds, r.by_id)
    IS DISTINCT FROM (least(r.previous_seconds, excluded.previous_seconds), least(r.by_id, excluded.by_id))
  RETURNING id`;

const READINGS = `
  SELECT ticket_external_id AS "ticketExternalId", cumulative_seconds AS "cumulativeSeconds", previous_seconds AS "previousSeconds",
    by_id AS "byId", by_name AS "byName", at, revision
  FROM counter_reading WHERE connection_id = $1 AND ticket_external_id = $2`;

// Told twice, the first word counts: what is booked on the old ticket afterwards was not carried over.
const CARRY = `
  INSERT INTO carried_effort AS c (connection_id, portfolio_id, ticket_external_id, seconds, at, recorded_at)
  SELECT $1, $2, $3, $4::bigint, $5::timestamptz, $6::timestamptz WHERE $4::bigint > 0
  ON CONFLICT (connection_id, ticket_external_id) DO UPDATE SET seconds = excluded.seconds, at = excluded.at,
    recorded_at = excluded.recorded_at
  WHERE (excluded.at, excluded.seconds) < (c.at, c.seconds)
  RETURNING ticket_external_id`;
const CARRIED = 'SELECT seconds FROM carried_effort WHERE connection_id = $1 AND ticket_external_id = $2';

const BOOKED =
  'SELECT external_id AS "externalId" FROM ticket_effort WHERE connection_id = $1 AND ticket_external_id = $2';
const BOOK = `
  INSERT INTO ticket_effort (connection_id, portfolio_id, ticket_external_id, external_id)
  SELECT $1, $2, $3, unnest($4::text[])
  ON CONFLICT (connection_id, external_id) DO UPDATE SET ticket_external_id = excluded.ticket_external_id`;
const UNBOOK = 'DELETE FROM ticket_effort WHERE connection_id = $1 AND external_id = ANY($2)';

const userIn = (externalId: string | null, displayName: string | null): ExternalUser | null =>
  externalId === null ? null : { externalId, displayName };

/** The work on tickets: its entries, the readings of its running totals, and as what it is booked. */
@Injectable()
export class WorkRepository {
  async findWorklog(tx: Tx, connectionId: string, externalId: string): Promise<KnownWorklog | null> {
    const [row] = await tx.query<WorklogRow>(FIND, [connectionId, externalId]);
    return row ? { worklog: worklogIn(row), ticketExternalId: row.ticketExternalId, deletedAt: row.deletedAt } : null;
  }

  async saveWorklog(
    tx: Tx,
    { id, portfolioId }: ConnectionRow,
    externalId: string,
    { worklog, ticketExternalId, deletedAt }: KnownWorklog,
    at: Instant,
  ): Promise<void> {
    const { author = null, localDate = null, seconds = null, updatedAt = null } = worklog ?? {};
    const person = [author?.externalId ?? null, author?.displayName ?? null];
    const values = [ticketExternalId, ...person, localDate, seconds, updatedAt, deletedAt, at];
    await tx.query(SAVE, [id, portfolioId, externalId, ...values]);
  }

  /** The entries on a ticket that stand. */
  async worklogsOf(tx: Tx, connectionId: string, ticketExternalId: string): Promise<readonly WorklogSnapshot[]> {
    return (await tx.query<WorklogRow>(OF_TICKET, [connectionId, ticketExternalId])).flatMap(
      (row) => worklogIn(row) ?? [],
    );
  }

  /** Keeps a reading; false where it was known. */
  async addReading(tx: Tx, { id, portfolioId }: ConnectionRow, reading: CounterReading, at: Instant): Promise<boolean> {
    const { ticketExternalId, cumulativeSeconds, previousSeconds, by, revision } = reading;
    const person = [by?.externalId ?? null, by?.displayName ?? null];
    const said = [ticketExternalId, cumulativeSeconds, previousSeconds, ...person, reading.at, revision, at];
    return (await tx.query(READ, [newId(), portfolioId, id, ...said])).length > 0;
  }

  async readingsOf(tx: Tx, connectionId: string, ticketExternalId: string): Promise<readonly CounterReading[]> {
    type Row = Omit<CounterReading, 'by'> & { byId: string | null; byName: string | null };
    const rows = await tx.query<Row>(READINGS, [connectionId, ticketExternalId]);
    return rows.map(({ byId, byName, ...row }) => ({ ...row, by: userIn(byId, byName) }));
  }

  /** Keeps what a ticket brought along from the one it was moved from; false where it was known. */
  async carry(tx: Tx, { id, portfolioId }: ConnectionRow, carried: CarriedEffort, at: Instant): Promise<boolean> {
    const { ticketExternalId, seconds } = carried;
    return (await tx.query(CARRY, [id, portfolioId, ticketExternalId, seconds, carried.at, at])).length > 0;
  }

  /** How many seconds a ticket brought along. */
  async carriedOf(tx: Tx, connectionId: string, ticketExternalId: string): Promise<number> {
    const [row] = await tx.query<{ seconds: number }>(CARRIED, [connectionId, ticketExternalId]);
    return row?.seconds ?? 0;
  }

  /** What the work on a ticket is booked as, by the external ids of the entries. */
  async bookedOf(tx: Tx, connectionId: string, ticketExternalId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ externalId: string }>(BOOKED, [connectionId, ticketExternalId]);
    return rows.map(({ externalId }) => externalId);
  }

  async book(
    tx: Tx,
    { id, portfolioId }: ConnectionRow,
    ticketExternalId: string,
    ids: readonly string[],
  ): Promise<void> {
    if (ids.length > 0) {
      await tx.query(BOOK, [id, portfolioId, ticketExternalId, ids]);
    }
  }

  async unbook(tx: Tx, connectionId: string, externalIds: readonly string[]): Promise<void> {
    if (externalIds.length > 0) {
      await tx.query(UNBOOK, [connectionId, externalIds]);
    }
  }
}

const worklogIn = (row: WorklogRow): WorklogSnapshot | null => {
  const { externalId, ticketExternalId, authorId, authorName, localDate, seconds, updatedAt } = row;
  return ticketExternalId === null || localDate === null || seconds === null || updatedAt === null
    ? null
    : { externalId, ticketExternalId, author: userIn(authorId, authorName), localDate, seconds, updatedAt };
};
