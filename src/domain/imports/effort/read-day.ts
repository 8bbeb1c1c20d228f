import { dateAt, type CalendarDate } from '../../basics/calendar-date.js';
import { parseInstant } from '../../basics/instant.js';
import { readDate, type DateFormat } from '../read-date.js';

const TIME_OF_DAY = /[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?$/i;
const OFFSET_WITHOUT_COLON = /^(.+T.+[+-]\d\d)(\d\d)$/;

/**
 * Reads the day that was worked. A time of day after the date is dropped, for it is told in the clock of who worked; an
 * instant with its zone (`2026-05-01T23:30:00Z`) is the day it falls on in the portfolio's zone. Null for what no format
 * reads.
 */
export const readDay = (text: string, formats: readonly DateFormat[], timeZone: string): CalendarDate | null => {
  const instant = parseInstant(text.replace(OFFSET_WITHOUT_COLON, '$1:$2'));
  return instant === null ? readDate(text.replace(TIME_OF_DAY, ''), formats) : dateAt(instant, timeZone);
};
