import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Days } from '../../../domain/effort/days.js';
import type { StandingWork } from '../../../domain/effort/reclassify.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { TRAITS } from './standing-entries.js';

/** Entries that stand, whose category nobody stated, and that are alike in all that classifies them. */
export interface AlikeWork extends StandingWork {
  /** Names what they have in common. */
  readonly signature: string;
  readonly initiativeId: string;
  /** The days worked from and to. */
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly entries: number;
  readonly personDays: Decimal;
  readonly isInWindow: boolean;
  readonly isClosed: boolean;
}

/** Which days are looked at, which of them are a report's, and which are closed. */
export interface WorkDays {
  /** Null: all days. */
  readonly scope: Days | null;
  readonly window: Days;
  readonly closed: readonly Days[];
}

/** Which entries are told of: of days that are closed or not, and how many. */
export interface FirstEntries {
  readonly closed: readonly Days[];
  readonly areClosed: boolean;
  readonly most: number;
}

const COMMON = `e.initiative_id, e.labels, e.components, e.ticket_type, e.project_key, e.connection_id, e.category_key, e.category_source, e.rule_name`;
const SIGNATURE = `md5(jsonb_build_array(${COMMON})::text)`;

// A reversal says the same as what it takes back, so what stands is what was entered less what was taken back.
const ALIKE = `
  SELECT ${SIGNATURE} AS signature, e.initiative_id AS "initiativeId", min(e.worked_on) AS "firstDay", max(e.worked_on) AS "lastDay", ${TRAITS}, NULL::integer AS "rulesVersion",
    (SELECT i.default_category_key FROM initiative i WHERE i.id = e.initiative_id) AS "defaultCategoryKey",
    e.worked_on BETWEEN $4 AND $5 AS "isInWindow", e.worked_on <@ $6::datemultirange AS "isClosed",
    sum(CASE WHEN e.is_reversal THEN -1 ELSE 1 END)::integer AS entries, sum(e.person_days) AS "personDays"
  FROM effort_entry e
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $2 AND $3 AND e.category_source <> 'STATED'
  GROUP BY ${COMMON}, "isInWindow", "isClosed"
  HAVING sum(CASE WHEN e.is_reversal THEN -1 ELSE 1 END) > 0`;

const FIRST_OF = `
  SELECT e.id, ${SIGNATURE} AS signature
  FROM effort_entry e
  JOIN effort_identity h ON h.portfolio_id = e.portfolio_id AND h.source = e.source AND h.external_id = e.external_id AND h.entry_id = e.id
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $6 AND $7 AND e.initiative_id = ANY ($8) AND e.category_source <> 'STATED'
    AND e.worked_on <@ $3::datemultirange = $4 AND ${SIGNATURE} = ANY ($2)
  ORDER BY e.worked_on, e.id LIMIT $5`;

const FIRST_DAY = '-infinity' as CalendarDate;
const LAST_DAY = 'infinity' as CalendarDate;

/** The ledger of a portfolio by what rules look at. */
@Injectable()
export class AlikeWorks {
  constructor(private readonly database: Database) {}

  all(portfolioId: string, { scope, window, closed }: WorkDays, tx?: Tx): Promise<readonly AlikeWork[]> {
    const { from, to } = scope ?? { from: FIRST_DAY, to: LAST_DAY };
    return this.database.rows<AlikeWork>(ALIKE, [portfolioId, from, to, window.from, window.to, rangesOf(closed)], tx);
  }

  /** The first entries of some of that, by the day worked: of closed days, or of those that are not. */
  async firstOf(
    portfolioId: string,
    works: readonly AlikeWork[],
    { closed, areClosed, most }: FirstEntries,
    tx?: Tx,
  ): Promise<readonly { readonly id: string; readonly signature: string }[]> {
    const [firstDay] = works.map((work) => work.firstDay).sort();
    const lastDay = works
      .map((work) => work.lastDay)
      .sort()
      .at(-1);
    if (firstDay === undefined || lastDay === undefined) {
      return [];
    }
    const signatures = [...new Set(works.map(({ signature }) => signature))];
    const initiativeIds = [...new Set(works.map(({ initiativeId }) => initiativeId))];
    const parameters = [portfolioId, signatures, rangesOf(closed), areClosed, most, firstDay, lastDay, initiativeIds];
    return this.database.rows(FIRST_OF, parameters, tx);
  }
}

const rangesOf = (ranges: readonly Days[]): string => `{${ranges.map(({ from, to }) => `[${from},${to}]`).join(',')}}`;
