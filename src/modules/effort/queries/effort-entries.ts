import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { formatDecimal, type Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Booking, EntryIdentity } from '../../../domain/effort/effort-entry.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';

/** A row of the ledger as it is shown; a reversal has negative personDays and names what it takes back. */
export interface EffortEntry extends Booking, EntryIdentity {
  readonly id: string;
  readonly personDays: Decimal;
  readonly reversesId: string | null;
  /** The late entry that was accepted for it; null for what came in time. */
  readonly lateId: string | null;
  readonly recordedAt: Instant;
}

export interface EffortFilter {
  readonly from?: CalendarDate | null | undefined;
  readonly to?: CalendarDate | null | undefined;
  readonly initiativeKey?: string | null | undefined;
  readonly categoryKey?: string | null | undefined;
  /** True: only what has no category; false: only what has one. */
  readonly uncategorised?: boolean | null | undefined;
}

const COLUMNS = `
  e.id, e.initiative_id AS "initiativeId", e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName",
  e.amount, e.unit, e.person_days AS "personDays", e.worked_on AS "workedOn", e.person, e.note, e.labels, e.source,
  e.external_id AS "externalId", e.method, e.reverses_id AS "reversesId", e.late_id AS "lateId", e.recorded_at AS "recordedAt",
  e.components, e.ticket_type AS "ticketType", e.project_key AS "projectKey", e.connection_id AS "connectionId", e.rules_version AS "rulesVersion"`;

const BY_IDS = `SELECT ${COLUMNS} FROM effort_entry e WHERE e.id = ANY($1)`;

const PAGE = `
  SELECT ${COLUMNS} FROM effort_entry e
  WHERE e.portfolio_id = $1
    AND ($2::date IS NULL OR e.worked_on >= $2)
    AND ($3::date IS NULL OR e.worked_on <= $3)
    AND ($4::text IS NULL OR e.initiative_id = (SELECT i.id FROM initiative i WHERE i.portfolio_id = $1 AND i.key = $4))
    AND ($5::text IS NULL OR e.category_key = $5)
    AND ($6::boolean IS NULL OR (e.category_key IS NULL) = $6)
    AND ($7::date IS NULL OR (e.worked_on, e.id) < ($7, $8::uuid))
  ORDER BY e.worked_on DESC, e.id DESC LIMIT $9`;

const LIST = 'effortEntries';

@Injectable()
export class EffortEntries {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, EffortEntry | null>(
    async (ids) =>
      new Map((await this.database.rows<EffortEntry>(BY_IDS, [ids.filter(isId)])).map((row) => [row.id, shown(row)])),
    () => null,
  );

  /** A page of the ledger of a portfolio, the day worked on last first; what was taken back and its reversals included. */
  async page(
    portfolioId: string,
    filter: EffortFilter,
    paging: { readonly first: number; readonly after?: string | null | undefined },
  ): Promise<Page<EffortEntry>> {
    const [workedOn = null, id = null] = decodeCursor(LIST, paging.after, ['date', 'id']) ?? [];
    const { from = null, to = null, initiativeKey = null, categoryKey = null, uncategorised = null } = filter;
    const parameters = [
      portfolioId,
      from,
      to,
      initiativeKey,
      categoryKey,
      uncategorised,
      workedOn,
      id,
      paging.first + 1,
    ];
    const rows = (await this.database.rows<EffortEntry>(PAGE, parameters)).map(shown);
    return pageOf(rows, paging.first, paging.after, (row) => encodeCursor(LIST, [row.workedOn, row.id]));
  }
}

const shown = (row: EffortEntry): EffortEntry => ({ ...row, personDays: formatDecimal(row.personDays) });
