import { addDays, startOfDay, type CalendarDate } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { Days } from '../effort/days.js';

/** A month that is reported on, with the twelve that end with it. */
export interface ReportMonth {
  /** `2026-10`. */
  readonly key: string;
  readonly month: Days;
  readonly twelveMonths: Days;
  /** What is known at this instant is reported: the last one of the month, or now while the month goes on. */
  readonly at: Instant;
  readonly hasEnded: boolean;
}

const dayOne = (months: number): CalendarDate => {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = String((months % 12) + 1).padStart(2, '0');
  return `${year}-${month}-01` as CalendarDate;
};

/**
 * The month of a day, in a zone, as it is reported on at `now`; null where it has not begun yet. Months are those of years
 * 0002 to 9998. The same month gives the same once it has ended.
 */
export const reportMonthOf = (on: CalendarDate, timeZone: string, now: Instant): ReportMonth | null => {
  const months = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
  const [first, next] = [dayOne(months), dayOne(months + 1)];
  if (startOfDay(first, timeZone) > now) {
    return null;
  }
  const end = instantOf(millisecondsOf(startOfDay(next, timeZone)) - 1);
  const last = addDays(next, -1);
  return {
    key: first.slice(0, 7),
    month: { from: first, to: last },
    twelveMonths: { from: dayOne(months - 11), to: last },
    at: end < now ? end : now,
    hasEnded: end < now,
  };
};
