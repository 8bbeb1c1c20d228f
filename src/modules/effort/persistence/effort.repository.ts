import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { formatDecimal, negate, type Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EntryIdentity, LedgerEntry } from '../../../domain/effort/effort-entry.js';
import { toPersonDays } from '../../../domain/effort/effort.js';
import { dayKey, identityKey, type PersonDay, type Standing } from '../../../domain/effort/plan-batch.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

/** In whose ledger, when and by whom something is written. */
export interface LedgerStamp {
  readonly portfolioId: string;
  readonly at: Instant;
  readonly by: string;
}

/** What goes into the ledger: entries, and entries that are taken back. */
export interface LedgerChange {
  readonly reversals: readonly LedgerEntry[];
  readonly entries: readonly LedgerEntry[];
  /** The late entries that are let in, by identity key; none of what came in time. */
  readonly lateIds?: ReadonlyMap<string, string>;
}

/** A row as it was written. */
export interface WrittenRow {
  readonly id: string;
  readonly initiativeId: string;
}

type StandingRow = Omit<LedgerEntry, 'id'> & { readonly id: string | null; readonly lastRevision: number };

const STANDING = `
  SELECT h.revision AS "lastRevision", e.id, h.source, h.external_id AS "externalId", e.revision, e.initiative_id AS "initiativeId",
    e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName", e.amount, e.unit,
    e.worked_on AS "workedOn", e.person, e.note, e.labels, e.method, e.components, e.ticket_type AS "ticketType",
    e.project_key AS "projectKey", e.connection_id AS "connectionId", e.rules_version AS "rulesVersion", e.late_id AS "lateId"
  FROM unnest($2::text[], $3::text[]) AS asked (source, external_id)
  JOIN effort_identity h ON h.portfolio_id = $1 AND h.source = asked.source AND h.external_id = asked.external_id
  LEFT JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on`;

const BEGIN_DAYS = `
  INSERT INTO effort_day (portfolio_id, person, worked_on, hours)
  SELECT $1, d.person, d.worked_on, 0 FROM unnest($2::text[], $3::date[]) AS d (person, worked_on)
  ORDER BY d.person, d.worked_on
  ON CONFLICT (portfolio_id, person, worked_on) DO NOTHING`;

const LOCK_DAYS = `
  SELECT e.person, e.worked_on AS "workedOn", e.hours
  FROM effort_day e JOIN unnest($2::text[], $3::date[]) AS d (person, worked_on) USING (person, worked_on)
  WHERE e.portfolio_id = $1 ORDER BY e.person, e.worked_on FOR UPDATE OF e`;

const SAVE_DAYS = `
  UPDATE effort_day e SET hours = d.hours
  FROM unnest($2::text[], $3::date[], $4::numeric[]) AS d (person, worked_on, hours)
  WHERE e.portfolio_id = $1 AND e.person = d.person AND e.worked_on = d.worked_on AND e.hours <> d.hours`;

const INSERT = `
  INSERT INTO effort_entry (id, portfolio_id, initiative_id, category_key, category_source, rule_name, amount, unit, person_days, worked_on,
    person, note, labels, source, external_id, revision, method, is_reversal, reverses_id, recorded_at, recorded_by,
    components, ticket_type, project_key, connection_id, rules_version, late_id)
  SELECT r.id, $1, r."initiativeId", r."categoryKey", r."categorySource", r."ruleName", r.amount, r.unit, r."personDays", r."workedOn",
    r.person, r.note, r.labels, r.source, r."externalId", r.revision, r.method, r."reversesId" IS NOT NULL, r."reversesId", $2, $3,
    r.components, r."ticketType", r."projectKey", r."connectionId", r."rulesVersion", r."lateId"
  FROM json_to_recordset($4::json) AS r (id uuid, "initiativeId" uuid, "categoryKey" text, "categorySource" text, "ruleName" text,
    amount numeric, unit text, "personDays" numeric, "workedOn" date, person text, note text, labels text[], source text,
    "externalId" text, revision integer, method text, "reversesId" uuid, components text[], "ticketType" text, "projectKey" text,
    "connectionId" uuid, "rulesVersion" integer, "lateId" uuid)`;

/**
 * The ledger of effort and the hours of each person's days. Whoever writes joins the books, then locks initiatives, then
 * days, then inserts. Of two who write one identity at once on initiatives of their own, the ledger lets one through and
 * has the other begin anew.
 */
@Injectable()
export class EffortRepository {
  /** What the ledger holds of these identities, by identity key; nothing of those it never saw. */
  async standing(
    tx: Tx,
    portfolioId: string,
    identities: readonly EntryIdentity[],
  ): Promise<ReadonlyMap<string, Standing>> {
    const asked = [...new Map(identities.map((identity) => [identityKey(identity), identity])).values()];
    const rows = await tx.query<StandingRow>(STANDING, [
      portfolioId,
      asked.map((each) => each.source),
      asked.map((each) => each.externalId),
    ]);
    return new Map(
      rows.map(({ lastRevision, ...entry }) => [
        identityKey(entry),
        { revision: lastRevision, live: entry.id === null ? null : (entry as LedgerEntry) },
      ]),
    );
  }

  /** The hours of these days, by day key; nobody else changes them until the transaction ends. */
  async lockDays(tx: Tx, portfolioId: string, days: readonly PersonDay[]): Promise<ReadonlyMap<string, Decimal>> {
    const asked = [...new Map(days.map((day) => [dayKey(day), day])).values()];
    if (asked.length === 0) {
      return new Map();
    }
    const parameters = [portfolioId, asked.map((day) => day.person), asked.map((day) => day.workedOn)];
    tx.later(BEGIN_DAYS, parameters);
    const rows = await tx.query<{ person: string; workedOn: CalendarDate; hours: Decimal }>(LOCK_DAYS, parameters);
    return new Map(rows.map((row) => [dayKey(row), row.hours]));
  }

  /** Writes the hours of days that were locked before, along with what follows. */
  saveDays(tx: Tx, portfolioId: string, days: readonly PersonDay[], hours: ReadonlyMap<string, Decimal>): void {
    const changed = [...new Map(days.map((day) => [dayKey(day), day])).values()].filter((day) =>
      hours.has(dayKey(day)),
    );
    if (changed.length > 0) {
      tx.later(SAVE_DAYS, [
        portfolioId,
        changed.map((day) => day.person),
        changed.map((day) => day.workedOn),
        changed.map((day) => hours.get(dayKey(day))),
      ]);
    }
  }

  /** Appends entries and reversals of entries, along with what follows, and answers with the new rows. */
  append(tx: Tx, stamp: LedgerStamp, change: LedgerChange): readonly WrittenRow[] {
    const { reversals, entries, lateIds } = change;
    const rows = [
      ...entries.map((entry) => ({ ...entry, personDays: toPersonDays(entry.amount, entry.unit), reversesId: null })),
      ...reversals.map((entry) => ({
        ...entry,
        id: newId(),
        personDays: formatDecimal(negate(toPersonDays(entry.amount, entry.unit))),
        reversesId: entry.id,
      })),
    ].map((row) => ({
      ...row,
      lateId: lateIds?.get(identityKey(row)) ?? (row.reversesId === null ? row.lateId : null),
    }));
    if (rows.length > 0) {
      tx.later(INSERT, [stamp.portfolioId, stamp.at, stamp.by, JSON.stringify(rows)]);
    }
    return rows.map(({ id, initiativeId }) => ({ id, initiativeId }));
  }
}
