import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { periodsOf, TREND_STEPS } from './periods.js';

const day = (text: string) => text as CalendarDate;
const periods = (from: string, to: string, step: (typeof TREND_STEPS)[number]) =>
  periodsOf({ from: day(from), to: day(to) }, step).map(({ key, from: first, to: last }) => [key, first, last]);

describe('the periods of a window', () => {
  it('are its months, the first and the last cut to it', () => {
    expect(periods('2025-11-15', '2026-02-10', 'MONTH')).toEqual([
      ['2025-11', '2025-11-15', '2025-11-30'],
      ['2025-12', '2025-12-01', '2025-12-31'],
      ['2026-01', '2026-01-01', '2026-01-31'],
      ['2026-02', '2026-02-01', '2026-02-10'],
    ]);
  });

  it('are its quarters', () => {
    expect(periods('2025-12-31', '2026-12-31', 'QUARTER')).toEqual([
      ['2025-Q4', '2025-12-31', '2025-12-31'],
      ['2026-Q1', '2026-01-01', '2026-03-31'],
      ['2026-Q2', '2026-04-01', '2026-06-30'],
      ['2026-Q3', '2026-07-01', '2026-09-30'],
      ['2026-Q4', '2026-10-01', '2026-12-31'],
    ]);
    expect(periodsOf({ from: day('2026-05-01'), to: day('2026-05-02') }, 'QUARTER')).toEqual([
      { key: '2026-Q2', label: 'Q2 2026', from: '2026-05-01', to: '2026-05-02' },
    ]);
  });

  it('may be a single day, and are none where it ends before it begins', () => {
    expect(periods('2028-02-29', '2028-02-29', 'MONTH')).toEqual([['2028-02', '2028-02-29', '2028-02-29']]);
    expect(periods('2026-02-02', '2026-02-01', 'MONTH')).toEqual([]);
  });

  it('go from the first to the last month of the calendar', () => {
    expect(periods('0001-01-01', '0001-02-01', 'MONTH')).toEqual([
      ['0001-01', '0001-01-01', '0001-01-31'],
      ['0001-02', '0001-02-01', '0001-02-01'],
    ]);
    expect(periods('9999-11-30', '9999-12-31', 'MONTH')).toEqual([
      ['9999-11', '9999-11-30', '9999-11-30'],
      ['9999-12', '9999-12-01', '9999-12-31'],
    ]);
  });

  it('are without gap and overlap, from the first day of the window to its last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 0, max: 1_500 }),
        fc.constantFrom(...TREND_STEPS),
        (start, length, step) => {
          const from = addDays(day('1995-01-01'), start);
          const to = addDays(from, length);
          const cut = periodsOf({ from, to }, step);
          expect(cut[0]?.from).toBe(from);
          expect(cut.at(-1)?.to).toBe(to);
          cut.slice(1).forEach((period, before) => {
            expect(period.from).toBe(addDays(cut[before]!.to, 1));
            expect(period.key > cut[before]!.key).toBe(true);
          });
        },
      ),
    );
  });
});
