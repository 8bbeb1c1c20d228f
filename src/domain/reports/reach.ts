import { addDays, startOfDay } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { Days } from '../effort/days.js';

/** The instants of a period that a report counts, both included; none where the first is after the last. */
export interface Reach {
  readonly since: Instant;
  readonly until: Instant;
}

/** No database reads an earlier year. */
const FIRST = '0001-01-01T00:00:00.000Z' as Instant;

/**
 * From the first instant of `from` to the last one of `to`, in the portfolio's zone, and no further than the instant the
 * report is of: what lies ahead of it has not happened yet.
 */
export const reachOf = (
  { from, to }: Days,
  { timeZone, at }: { readonly timeZone: string; readonly at: Instant },
): Reach => {
  const begin = startOfDay(from, timeZone);
  const end = instantOf(millisecondsOf(startOfDay(addDays(to, 1), timeZone)) - 1);
  return { since: begin < FIRST ? FIRST : begin, until: end < at ? end : at };
};
