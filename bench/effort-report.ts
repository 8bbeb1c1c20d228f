import type { CalendarDate } from '../src/domain/basics/calendar-date.js';
import type { Instant } from '../src/domain/basics/instant.js';
import type { EffortGrouping } from '../src/domain/effort/effort-groups.js';
import { EffortSplits } from '../src/modules/effort/queries/effort-splits.js';
import { Database } from '../src/platform/database/database.js';
import { byTurns, type Spread } from './measure.js';
import type { Bench } from './portfolio.js';
import { QUARTER } from './sizes.js';

// The least SQL that gives the sums of the quarter: what somebody would write who has the ledger and no rollups.
const RAW_BY_UNIT = `
  SELECT i.business_unit, e.category_key, sum(e.person_days) FROM effort_entry e JOIN initiative i ON i.id = e.initiative_id
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $2 AND $3 GROUP BY 1, 2`;
const RAW_BY_PERSON = `
  SELECT e.person, e.category_key, sum(e.person_days) FROM effort_entry e
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $2 AND $3 GROUP BY 1, 2`;
const RAW_BY_MONTH = `
  SELECT date_trunc('month', e.worked_on), e.category_key, sum(e.person_days) FROM effort_entry e
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $2 AND $3 GROUP BY 1, 2`;

export type ReportName = 'by unit' | 'by unit, as of' | 'by month' | 'by person';
export type Report = Readonly<Record<'report' | 'raw', Spread>>;

const DAY_AFTER = '2026-04-05T00:00:00.000Z' as Instant;

/** The quarter's report of the product, rules and all, and the sums alone by raw SQL, by turns; milliseconds at one client. */
export const measureReports = async (
  { context, portfolio }: Bench,
  rounds: number,
): Promise<Readonly<Record<ReportName, Report>>> => {
  const splits = context.get(EffortSplits, { strict: false });
  const database = context.get(Database, { strict: false });
  const window = { from: QUARTER.from as CalendarDate, to: QUARTER.to as CalendarDate };
  const measure = (grouping: EffortGrouping, raw: string, asOf: Instant | null = null): Promise<Report> =>
    byTurns(
      {
        report: () => splits.ofPortfolio(portfolio, { ...window, asOf }, grouping),
        raw: () => database.rows(raw, [portfolio.id, window.from, window.to]),
      },
      rounds,
    );
  return {
    'by unit': await measure('BUSINESS_UNIT', RAW_BY_UNIT),
    'by unit, as of': await measure('BUSINESS_UNIT', RAW_BY_UNIT, DAY_AFTER),
    'by month': await measure('MONTH', RAW_BY_MONTH),
    'by person': await measure('PERSON', RAW_BY_PERSON),
  };
};
