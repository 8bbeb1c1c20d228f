import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { EntryIdentity } from '../../../domain/effort/effort-entry.js';
import type { StandingWork } from '../../../domain/effort/reclassify.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A row of the ledger that is passed on a walk. */
export interface PassedRow extends StandingWork, EntryIdentity {
  readonly id: string;
  readonly workedOn: CalendarDate;
  /** Whether it is an entry that stands, and whose category nobody stated. */
  readonly isOpenToRules: boolean;
}

/** How far a walk has come, and whose rows it looks at. */
export interface Walk {
  readonly portfolioId: string;
  /** Null: all initiatives. */
  readonly initiativeId: string | null;
  /** Null: from the first row on. */
  readonly reached: { readonly workedOn: CalendarDate; readonly id: string } | null;
}

/** What classifies an entry. */
export const TRAITS = `
  e.labels, e.components, e.ticket_type AS "ticketType", e.project_key AS "projectKey", e.connection_id AS "connectionId",
  e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName"`;

const stretch = (scope: string): string => `
  WITH e AS MATERIALIZED (
    SELECT * FROM effort_entry e WHERE ${scope} AND e.worked_on >= $3::date AND (e.worked_on, e.id) > ($3::date, $4::uuid)
    ORDER BY e.worked_on, e.id LIMIT $5
  )
  SELECT e.id, e.worked_on AS "workedOn", e.source, e.external_id AS "externalId", ${TRAITS}, e.rules_version AS "rulesVersion",
    i.default_category_key AS "defaultCategoryKey",
    e.category_source <> 'STATED' AND h.entry_id IS NOT NULL AS "isOpenToRules"
  FROM e
  JOIN initiative i ON i.id = e.initiative_id
  LEFT JOIN effort_identity h ON h.portfolio_id = e.portfolio_id AND h.source = e.source AND h.external_id = e.external_id
    AND h.entry_id = e.id
  ORDER BY e.worked_on, e.id`;

const OF_PORTFOLIO = stretch('e.portfolio_id = $1 AND $2::uuid IS NULL');
const OF_INITIATIVE = stretch('e.portfolio_id = $1 AND e.initiative_id = $2');

const BEFORE_ALL = { workedOn: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Walks through the ledger by the day worked. */
@Injectable()
export class StandingEntries {
  constructor(private readonly database: Database) {}

  /** The next so many rows of a walk, in their order; fewer at its end. */
  next({ portfolioId, initiativeId, reached }: Walk, most: number, tx: Tx): Promise<readonly PassedRow[]> {
    const { workedOn, id } = reached ?? BEFORE_ALL;
    const sql = initiativeId === null ? OF_PORTFOLIO : OF_INITIATIVE;
    return this.database.rows<PassedRow>(sql, [portfolioId, initiativeId, workedOn, id, most], tx);
  }
}
