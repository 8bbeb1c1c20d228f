import { addDays, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CursorKind, CursorValue } from '../../../platform/graphql/connection.js';
import { COMPANY, companionColumns } from './initiative-companions.js';
import { INITIATIVE_COLUMNS } from './initiatives.js';

/**
 * Where a page by days in stage goes on: the day it is counted on, so that the pages of one list neither repeat nor leave out
 * anything when midnight passes between them, the days, and the initiative.
 */
export const DAYS_CURSOR: readonly CursorKind[] = ['date', 'number', 'id'];

interface DaysPage {
  readonly where: string;
  readonly parameters: readonly unknown[];
  readonly at: Instant;
  readonly today: CalendarDate;
  /** The values of the cursor, of the kinds above. */
  readonly after: readonly CursorValue[] | null;
  readonly limit: number;
}

/**
 * The initiatives of a page by days in stage, most first, then by id, last first. Clocks that run and clocks that stand each
 * have an index in this order; a page takes the beginning of both.
 */
export const daysInStagePage = ({
  where,
  parameters,
  at,
  today,
  after,
  limit,
}: DaysPage): [string, readonly unknown[]] => {
  const values: unknown[] = [...parameters, today];
  const place = `$${values.length}::date`;
  let [running, standing] = ['', ''];
  if (after) {
    const [, days, id] = after as [CalendarDate, number, string];
    values.push(addDays(today, -days), days, id);
    const [since, count, last] = [2, 1, 0].map((back) => `$${values.length - back}`);
    running = ` AND i.clock_since >= ${since}::date AND (i.clock_since > ${since}::date OR i.id < ${last}::uuid)`;
    standing = ` AND (i.clock_days, i.id) < (${count}::bigint, ${last}::uuid)`;
  }
  values.push(at);
  const sql = `
    SELECT ${INITIATIVE_COLUMNS}, ${companionColumns(`$${values.length}::timestamptz`)}, i.number, page.days FROM (
      (SELECT i.id, ${place} - i.clock_since AS days FROM initiative i
       WHERE ${where} AND i.clock_since IS NOT NULL${running} ORDER BY i.clock_since, i.id DESC LIMIT ${limit})
      UNION ALL
      (SELECT i.id, i.clock_days FROM initiative i
       WHERE ${where} AND i.clock_days IS NOT NULL${standing} ORDER BY i.clock_days DESC, i.id DESC LIMIT ${limit})
    ) page JOIN initiative i ON i.id = page.id ${COMPANY} ORDER BY page.days DESC, i.id DESC LIMIT ${limit}`;
  return [sql, values];
};
