import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { periodsOf } from '../effort/periods.js';

/** The first day of a whole month, and how many exits there were in it. */
export interface MonthOfExits {
  /** `2026-03`. */
  readonly month: string;
  readonly exits: number;
}

/** Of older months nothing is asked. */
const LONGEST_HISTORY = 24;

/** Whole months of the calendar, oldest first. */
export interface Months {
  /** As `2026-03`. */
  readonly keys: readonly string[];
  /** The first day of each, and of the month after the last one. */
  readonly bounds: readonly CalendarDate[];
}

const firstOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 8)}01` as CalendarDate;

/**
 * The months whose exits a forecast draws from: whole ones, from that of the first stage visit of the portfolio to the one
 * before the running one, the last 24 at most. None where the first visit is of the running month.
 */
export const historyMonths = (firstVisitOn: CalendarDate, today: CalendarDate): Months => {
  const until = firstOfMonth(today);
  const months = periodsOf({ from: firstOfMonth(firstVisitOn), to: addDays(until, -1) }, 'MONTH').slice(
    -LONGEST_HISTORY,
  );
  return { keys: months.map(({ key }) => key), bounds: [...months.map(({ from }) => from), until] };
};
