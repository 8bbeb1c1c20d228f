import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, dateAt, parseCalendarDate, startOfDay, type CalendarDate } from './calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from './instant.js';

const day = (text: string): CalendarDate => parseCalendarDate(text)!;
const justBefore = (instant: Instant): Instant => instantOf(millisecondsOf(instant) - 1);

const someDay = fc.integer({ min: 0, max: 84_000 }).map((days) => addDays(day('1900-01-01'), days));
const someZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');

describe('the date of an instant', () => {
  it('is the one luxon tells, in every zone', () => {
    const someTime = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2130, 0) });
    fc.assert(
      fc.property(someTime, someZone, (at, zone) => {
        expect(dateAt(instantOf(at), zone)).toBe(DateTime.fromMillis(at, { zone }).toISODate());
      }),
      { numRuns: 500 },
    );
  });
});

describe('the first instant of a day', () => {
  it('is on that day, and the millisecond before is not', () => {
    fc.assert(
      fc.property(someDay, someZone, (date, zone) => {
        const start = startOfDay(date, zone);
        if (DateTime.fromISO(date, { zone }).toISODate() !== date) {
          return; // a day that this zone skipped
        }
        expect(dateAt(start, zone)).toBe(date);
        expect(dateAt(justBefore(start), zone) < date).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['America/Sao_Paulo', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Amman', 'America/Asuncion', 'Europe/Berlin'])(
    'is the one luxon tells, on every day of thirty years in %s',
    (zone) => {
      const days = Array.from({ length: 30 * 365 }, (_, index) => addDays(day('1995-01-01'), index));
      const told = (date: CalendarDate) => instantOf(DateTime.fromISO(date, { zone }).startOf('day').toMillis());
      expect(days.filter((date) => startOfDay(date, zone) !== told(date))).toEqual([]);
    },
  );
});
