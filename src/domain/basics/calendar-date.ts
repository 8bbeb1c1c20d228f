import { instantOf, millisecondsOf, type Instant } from './instant.js';

/** A day of the calendar as text, `YYYY-MM-DD`, years 0001 to 9999: text order is time order. */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const DAY = 86_400_000;
const FIRST = '0001-01-01' as CalendarDate;
const LAST = '9999-12-31' as CalendarDate;

const midnightUtc = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000Z`);

const FIRST_MIDNIGHT = midnightUtc(FIRST);
const LAST_MIDNIGHT = midnightUtc(LAST);

/** The day of a count of milliseconds of wall clock; the calendar's first and last day stand for all beyond them. */
const dayOf = (milliseconds: number): CalendarDate => {
  if (milliseconds < FIRST_MIDNIGHT) {
    return FIRST;
  }
  return milliseconds > LAST_MIDNIGHT + DAY - 1 ? LAST : (instantOf(milliseconds).slice(0, 10) as CalendarDate);
};

/** Reads a calendar date written `YYYY-MM-DD`, years 0001 to 9999. Null for another form and for a day that no calendar has. */
export const parseCalendarDate = (text: string): CalendarDate | null => {
  const midnight = midnightUtc(text as CalendarDate);
  // Whatever else can be read as a date is not the same when it is written again.
  return !Number.isNaN(midnight) && dayOf(midnight) === text ? (text as CalendarDate) : null;
};

/** The date a number of days later, or earlier for a negative number. Stops at the first and the last day of the calendar. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dayOf(midnightUtc(date) + days * DAY);

/** Whole days from one date to another: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((midnightUtc(to) - midnightUtc(from)) / DAY);

const wallClocks = new Map<string, Intl.DateTimeFormat>();

const wallClockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = wallClocks.get(timeZone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  wallClocks.set(timeZone, made);
  return made;
};

/** Is this the name of a time zone of the IANA database, for instance `Europe/Berlin` or `UTC`? An offset is none. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    wallClockOf(name);
    return true;
  } catch {
    return false;
  }
};

/** What a clock on the wall shows, as if it were UTC: milliseconds since 1970 of the local date and time. */
const wallClockAt = (milliseconds: number, timeZone: string): number => {
  const second = Math.floor(milliseconds / 1000) * 1000;
  const shown = new Map(
    wallClockOf(timeZone)
      .formatToParts(second)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(shown.get(type));
  const year = shown.get('era')?.startsWith('B') ? 1 - read('year') : read('year');
  const clock = new Date(0);
  clock.setUTCFullYear(year, read('month') - 1, read('day'));
  clock.setUTCHours(read('hour'), read('minute'), read('second'));
  return clock.getTime() + (milliseconds - second);
};

/** A stretch of time, in milliseconds since 1970, that is one day in a time zone. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly date: CalendarDate;
}

/** Reading a clock on the wall takes long, and the same days are asked about again and again. */
const MOST_REMEMBERED = 10_000;
const stretches = new Map<string, Stretch>();
const starts = new Map<string, Instant>();

const remember = <Value>(all: Map<string, Value>, place: string, value: Value): Value => {
  if (all.size >= MOST_REMEMBERED) {
    all.clear();
  }
  all.set(place, value);
  return value;
};

/** The calendar date of an instant in a time zone. Throws a RangeError for a name that is no time zone. */
export const dateAt = (instant: Instant, timeZone: string): CalendarDate => {
  const at = millisecondsOf(instant);
  const place = `${timeZone} ${Math.floor(at / DAY)}`;
  const known = stretches.get(place);
  if (known !== undefined && known.from <= at && at < known.until) {
    return known.date;
  }
  const wall = wallClockAt(at, timeZone);
  const date = dayOf(wall);
  const from = at - (wall - midnightUtc(date));
  const until = from + DAY;
  // Where the clocks are changed on a day, it is looked at each time.
  if ([from, until - 1].every((end) => wallClockAt(end, timeZone) - end === wall - at)) {
    remember(stretches, place, { from, until, date });
  }
  return date;
};

/**
 * The first instant of a date in a time zone. Where the clocks jump over midnight it is the instant of the jump; where
 * midnight comes twice it is the first one; a day a zone skipped altogether begins with the day after it. Throws a
 * RangeError for a name that is no time zone.
 */
export const startOfDay = (date: CalendarDate, timeZone: string): Instant => {
  const place = `${timeZone} ${date}`;
  return starts.get(place) ?? remember(starts, place, findStartOfDay(date, timeZone));
};

const findStartOfDay = (date: CalendarDate, timeZone: string): Instant => {
  const midnight = midnightUtc(date);
  const reached = (at: number): boolean => wallClockAt(at, timeZone) >= midnight;
  // No zone was ever more than 16 hours off UTC, so the offset in force at the first of two midnights is seen from one of these.
  const seen = [midnight - DAY, midnight];
  const midnights = seen
    .map((at) => midnight - (wallClockAt(at, timeZone) - at))
    .filter((at) => wallClockAt(at, timeZone) === midnight);
  return instantOf(
    midnights.length > 0 ? Math.min(...midnights) : firstSecond(midnight - DAY, midnight + DAY, reached),
  );
};

/** The first second after `before` at which something is so, which is not so at `before` and is at `after`. */
const firstSecond = (before: number, after: number, isSo: (at: number) => boolean): number => {
  const middle = Math.floor((before + after) / 2000) * 1000;
  if (middle === before) {
    return after;
  }
  return isSo(middle) ? firstSecond(before, middle, isSo) : firstSecond(middle, after, isSo);
};
