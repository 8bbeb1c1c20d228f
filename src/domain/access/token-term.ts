import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { accept, invalid, refuse, type Result } from '../basics/result.js';

const LONGEST_DAYS = 366;
const USUAL_DAYS = 365;

/**
 * An API token is good through a last day, in UTC: today at the earliest, 366 days ahead at the latest, and 365 days ahead
 * where none is stated. Any other day is INVALID.
 */
export const lastDayOfToken = (stated: CalendarDate | null, today: CalendarDate): Result<CalendarDate> => {
  const latest = addDays(today, LONGEST_DAYS);
  const lastDay = stated ?? addDays(today, USUAL_DAYS);
  return lastDay < today || lastDay > latest
    ? refuse(invalid(['input', 'expiresOn'], `expiresOn must be from ${today} to ${latest}, and was ${lastDay}.`))
    : accept(lastDay);
};
