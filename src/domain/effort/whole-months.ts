import { addDays, daysBetween, type CalendarDate } from '../basics/calendar-date.js';

/** The whole months of a period: from the first day of the first one until the day after the last one. */
export interface WholeMonths {
  readonly first: CalendarDate;
  readonly until: CalendarDate;
  /** The last day of the period before its whole months; before the period where there is none. */
  readonly lastDayBefore: CalendarDate;
}

const beginOf = (day: CalendarDate): CalendarDate => `${day.slice(0, 8)}01` as CalendarDate;

/** A month has 28 to 31 days, so 31 days after its first day another month has come. */
const nextMonth = (day: CalendarDate): CalendarDate => beginOf(addDays(beginOf(day), 31));

/**
 * Which whole months lie in a period, both ends included: what is kept by month answers for these, and only the days before
 * and after them must be looked up by themselves. Without a whole month `first` and `until` are both the first day of the
 * period. The last month of the calendar is never whole, for no day comes after it.
 */
export const wholeMonths = (from: CalendarDate, to: CalendarDate): WholeMonths => {
  const first = from === beginOf(from) ? from : nextMonth(from);
  const until = nextMonth(addDays(to, 1)) === nextMonth(to) ? beginOf(to) : addDays(to, 1);
  return daysBetween(first, until) > 0
    ? { first, until, lastDayBefore: addDays(first, -1) }
    : { first: from, until: from, lastDayBefore: addDays(from, -1) };
};
