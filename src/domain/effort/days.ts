import { daysBetween, type CalendarDate } from '../basics/calendar-date.js';

/** Days from and to, both included. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What is asked about at once is at most a hundred years long. */
export const LONGEST_SPAN_DAYS = 36_525;

/** Why days cannot be asked about: they end before they begin, or are more than 100 years apart; null where they can. */
export const problemOfDays = ({ from, to }: Days): string | null => {
  if (from > to) {
    return `from must not be after to: ${from} is after ${to}.`;
  }
  return daysBetween(from, to) > LONGEST_SPAN_DAYS
    ? `from and to must be at most 100 years apart: ${from} to ${to} is more.`
    : null;
};
