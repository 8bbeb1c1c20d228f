import { parseCalendarDate, type CalendarDate } from '../../domain/basics/calendar-date.js';
import { instantOf, parseInstant, type Instant } from '../../domain/basics/instant.js';
import { at, type Path } from './json.js';

/** A date, a time and a zone, as `2026-09-23T00:18:35.652+0530`, `2026-09-23 00:18:35 UTC` or RFC 3339. */
const ZONED = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:([Zz]|UTC|GMT)|([+-]\d\d):?(\d\d)?)$/;
const MILLISECONDS = /^\d{11,15}$/;
const END_OF_9999 = 253_402_300_799_999;

const readText = (text: string): Instant | null => {
  if (MILLISECONDS.test(text)) {
    return readMilliseconds(Number(text));
  }
  const [, day, time = '', utc, hours, minutes = '00'] = ZONED.exec(text) ?? [];
  const seconds = time.length === 5 ? `${time}:00` : time;
  return day === undefined
    ? null
    : parseInstant(`${day}T${seconds}${utc === undefined ? `${hours ?? ''}:${minutes}` : 'Z'}`);
};

const readMilliseconds = (value: number): Instant | null =>
  value >= 0 && value <= END_OF_9999 ? instantOf(value) : null;

/**
 * An instant in any form that tools write it in: RFC 3339, a zone without a colon, `UTC` after a space, or milliseconds
 * since 1970 as a number or as a text. Null for all else, and for a time without a zone.
 */
export const instantAt = (json: unknown, ...path: Path): Instant | null => {
  const value = at(json, ...path);
  return typeof value === 'number'
    ? readMilliseconds(value)
    : typeof value === 'string'
      ? readText(value.trim())
      : null;
};

/** The day that a zoned timestamp shows where it was written, whatever day it is in UTC; null where it is none. */
export const localDateAt = (json: unknown, ...path: Path): CalendarDate | null => {
  const value = at(json, ...path);
  const day = typeof value === 'string' ? ZONED.exec(value.trim())?.[1] : undefined;
  return day === undefined || instantAt(value) === null ? null : parseCalendarDate(day);
};
