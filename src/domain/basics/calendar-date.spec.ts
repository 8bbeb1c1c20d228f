import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateAt,
  daysBetween,
  isTimeZone,
  parseCalendarDate,
  startOfDay,
  type CalendarDate,
} from './calendar-date.js';
import { parseInstant, type Instant } from './instant.js';

const day = (text: string): CalendarDate => parseCalendarDate(text)!;
const time = (text: string): Instant => parseInstant(text)!;

const someDay = fc.integer({ min: 0, max: 84_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('reading a calendar date', () => {
  it.each(['2026-01-20', '2024-02-29', '0001-01-01', '9999-12-30', '9999-12-31', '2000-02-29'])('takes %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '0000-01-01',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-2',
    '20260120',
    '',
    '2026-01-20T00:00:00Z',
    '2026-01-20\n',
    '10000-01-01',
    '+010000-01-01',
    '-000001-01-01',
    '2026-020',
    '2026',
    '20 Jan 2026',
    ' 2026-01-20',
    'x2026-01-20',
    '2026-01-20x',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('takes a text as it stands or not at all, and only in the one form', () => {
    const nearly = fc.stringMatching(/^[-+]?[0-9]{1,6}[-/. ][0-9]{1,2}[-/. ][0-9]{1,2}[A-Z( ]?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly, someDay), (text) => {
        const date = parseCalendarDate(text);
        expect(date === null || (date === text && /^\d{4}-\d\d-\d\d$/.test(text))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('counting days', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays(day('2026-01-20'), 90)).toBe('2026-04-20');
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2026-01-02'), day('2026-01-01'))).toBe(-1);
  });

  it('stops at the ends of the calendar', () => {
    expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addDays(day('0001-01-01'), -1)).toBe('0001-01-01');
  });

  it('comes back to where it began', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', '+02:00', 'Europe/Berlin ', '1'])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it('must be one to ask for a date in it', () => {
    expect(() => dateAt(time('2026-01-20T00:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the date of an instant', () => {
  it.each([
    ['2026-01-20T23:30:00Z', 'UTC', '2026-01-20'],
    ['2026-01-20T23:30:00Z', 'Europe/Berlin', '2026-01-21'],
    ['2026-01-20T03:30:00Z', 'America/New_York', '2026-01-19'],
    ['2026-01-20T18:14:59.999Z', 'Asia/Kathmandu', '2026-01-20'],
    ['2026-01-20T18:15:00.000Z', 'Asia/Kathmandu', '2026-01-21'],
    ['0001-01-01T00:30:00Z', 'America/New_York', '0001-01-01'],
    ['9999-12-31T23:30:00Z', 'Asia/Tokyo', '9999-12-31'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(dateAt(time(instant), zone)).toBe(date);
  });
});

describe('the dates of instants that are asked about again and again', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'America/Sao_Paulo',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Africa/Cairo',
  ];

  it('are those that a clock on the wall shows, around every change of the clocks', () => {
    const some = fc.record({
      zone: fc.constantFrom(...zones),
      // By the quarter of an hour, over years with many changes, so that days come again.
      at: fc.integer({ min: 0, max: 40 * 365 * 96 }).map((quarters) => Date.UTC(1985, 0, 1) + quarters * 900_000),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), (asked) => {
        for (const { zone, at } of asked) {
          for (const near of [at, at + 3_600_000, at - 3_600_000, at + 43_200_000, at]) {
            const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(near);
            expect(dateAt(new Date(near).toISOString() as Instant, zone)).toBe(shown);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay right when more days are asked about than are remembered', () => {
    const noon = (days: number): Instant => new Date(days * 86_400_000 + 43_200_000).toISOString() as Instant;
    for (let days = 0; days <= 10_001; days += 1) {
      expect(dateAt(noon(days), 'UTC')).toBe(noon(days).slice(0, 10));
    }
    expect(dateAt(noon(0), 'UTC')).toBe('1970-01-01');
  });
});

describe('the first instant of a day', () => {
  it.each([
    ['2026-01-20', 'UTC', '2026-01-20T00:00:00.000Z'],
    ['2026-07-20', 'Europe/Berlin', '2026-07-19T22:00:00.000Z'],
    // The clocks jump from 24:00 to 01:00: the day begins at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    // The clocks go back from 24:00 to 23:00: the day begins after the hour that comes twice.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // They go back from 00:01 to 23:01: midnight comes twice, and the first one counts.
    ['2010-11-07', 'America/St_Johns', '2010-11-07T02:30:00.000Z'],
    // They go back from 01:00 to 00:00, so the day's first hour comes twice.
    ['1995-10-08', 'America/Havana', '1995-10-08T04:00:00.000Z'],
    ['2021-10-29', 'Asia/Amman', '2021-10-28T21:00:00.000Z'],
    // Samoa had no 30 December 2011.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['0001-01-01', 'UTC', '0001-01-01T00:00:00.000Z'],
  ])('%s in %s begins at %s', (date, zone, instant) => {
    expect(startOfDay(day(date), zone)).toBe(instant);
  });
});
