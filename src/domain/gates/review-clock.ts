import { addDays, dateAt, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import type { GateReview } from './review.js';

/** A review is overdue while it is OPEN after the day it was to be decided by; on that day it is not yet. */
export const isOverdue = ({ status, dueOn }: Pick<GateReview, 'status' | 'dueOn'>, today: CalendarDate): boolean =>
  status === 'OPEN' && dueOn !== null && dueOn < today;

/** How long ago a review was requested: days of the calendar of the portfolio's time zone, 0 on the day itself. */
export const ageInDays = (
  { requestedAt }: Pick<GateReview, 'requestedAt'>,
  today: CalendarDate,
  timeZone: string,
): number => daysBetween(dateAt(requestedAt, timeZone), today);

const DANGER_DAYS = 14;

/** An open review is in danger while its gate is not ready and it is due by this day: 14 days ahead, what is overdue included. */
export const endangeredThrough = (today: CalendarDate): CalendarDate => addDays(today, DANGER_DAYS);
