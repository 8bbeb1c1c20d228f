import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { wholeMonths } from './whole-months.js';

const day = (text: string) => text as CalendarDate;

describe('the whole months of a period', () => {
  it.each([
    ['2026-01-01', '2026-03-31', '2026-01-01', '2026-04-01', '2025-12-31'],
    ['2026-01-02', '2026-03-30', '2026-02-01', '2026-03-01', '2026-01-31'],
    ['2026-02-01', '2026-02-28', '2026-02-01', '2026-03-01', '2026-01-31'],
    ['2024-02-01', '2024-02-28', '2024-02-01', '2024-02-01', '2024-01-31'],
    ['2026-12-15', '2027-01-31', '2027-01-01', '2027-02-01', '2026-12-31'],
    ['2026-01-05', '2026-01-20', '2026-01-05', '2026-01-05', '2026-01-04'],
    ['2026-01-05', '2026-02-20', '2026-01-05', '2026-01-05', '2026-01-04'],
    ['9999-11-01', '9999-12-31', '9999-11-01', '9999-12-01', '9999-10-31'],
  ])('of %s to %s begin on %s and end before %s', (from, to, first, until, lastDayBefore) => {
    expect(wholeMonths(day(from), day(to))).toEqual({ first, until, lastDayBefore });
  });

  it('and the days around them are the period, each day once', () => {
    const days = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays(day('2023-01-01'), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = addDays(from, length);
        const { first, until, lastDayBefore } = wholeMonths(from, to);
        for (let each = from; each <= to; each = addDays(each, 1)) {
          const parts = [each <= lastDayBefore, each >= first && each < until, each >= until].filter(Boolean);
          expect(parts).toHaveLength(1);
        }
        expect([first, until].every((edge) => edge.endsWith('-01')) || first === until).toBe(true);
      }),
    );
  });
});
