import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { isClosed, LONGEST_PERIOD_DAYS, mayClosePeriod, mayReopenPeriod } from './closed-period.js';
import type { Days } from './days.js';

const day = (text: string) => text as CalendarDate;
const period = (from: string, to: string): Days => ({ from: day(from), to: day(to) });
const TODAY = day('2026-04-02');
const QUARTER = period('2026-01-01', '2026-03-31');

const refusals = (asked: Days, closed: readonly Days[] = [], note: string | null = null) =>
  mayClosePeriod({ ...asked, note }, { today: TODAY, closed }).map(
    ({ code, field, message }) => `${code} ${field?.join('.') ?? ''}: ${message}`,
  );

const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-01-01'), days));
const somePeriod = fc.tuple(someDay, someDay).map(([a, b]): Days => (a < b ? { from: a, to: b } : { from: b, to: a }));

describe('closing a period', () => {
  it('takes days that are over and not closed yet', () => {
    expect(refusals(QUARTER)).toEqual([]);
    expect(refusals(period('2026-04-01', '2026-04-01'))).toEqual([]);
    expect(refusals(QUARTER, [period('2025-10-01', '2025-12-31'), period('2026-04-01', '2026-04-01')])).toEqual([]);
  });

  it('waits until the last day is over', () => {
    expect(refusals(period('2026-04-01', '2026-04-02'))).toEqual([
      'INVALID input.to: to must be before today, 2026-04-02, and was 2026-04-02: a period is closed when all of it is over.',
    ]);
  });

  it('does not end before it begins', () => {
    expect(refusals(period('2026-03-31', '2026-01-01'), [QUARTER])).toEqual([
      'INVALID input.from: from must not be after to: 2026-03-31 is after 2026-01-01.',
    ]);
  });

  it('takes ten years at most', () => {
    const { to } = QUARTER;
    expect(refusals({ from: addDays(to, 1 - LONGEST_PERIOD_DAYS), to })).toEqual([]);
    expect(refusals({ from: addDays(to, -LONGEST_PERIOD_DAYS), to })).toEqual([
      'INVALID input.from: A period has at most ten years, and 2016-03-30 to 2026-03-31 is more.',
    ]);
  });

  it('names every period that is closed already and shares a day with it', () => {
    const closed = [
      period('2025-12-01', '2026-01-01'),
      period('2026-02-14', '2026-02-14'),
      period('2026-03-31', '2026-04-01'),
    ];
    expect(refusals(QUARTER, [...closed, period('2025-01-01', '2025-11-30')])).toEqual([
      'WRONG_STATE input.from: Of these days, some are closed already: 2025-12-01 to 2026-01-01, 2026-02-14, 2026-03-31 to 2026-04-01. Choose days outside of that, or have it reopened first.',
    ]);
  });

  it('closes no single day twice', () => {
    const yesterday = period('2026-04-01', '2026-04-01');
    expect(refusals(yesterday, [yesterday])).toEqual([expect.stringContaining('WRONG_STATE input.from')]);
  });

  it('is refused for an overlap exactly when the two share a day', () => {
    fc.assert(
      fc.property(somePeriod, somePeriod, someDay, (asked, closed, on) => {
        const shares = isClosed(on, [asked]) && isClosed(on, [closed]);
        const touching = isClosed(asked.from, [closed]) || isClosed(closed.from, [asked]);
        expect(refusals(asked, [closed]).length > 0).toBe(touching);
        expect(!shares || touching).toBe(true);
      }),
    );
  });

  it('has a note of at most 4,000 characters', () => {
    expect(refusals(QUARTER, [], 'x'.repeat(4_000))).toEqual([]);
    expect(refusals(QUARTER, [], 'x'.repeat(4_001))).toEqual([
      'INVALID input.note: note must hold at most 4000 characters.',
    ]);
  });

  it('tells all that is wrong at once', () => {
    expect(refusals(period('2010-01-01', '2026-12-31'), [QUARTER], 'x'.repeat(4_001))).toHaveLength(4);
  });
});

describe('reopening a period', () => {
  it('takes a reason', () => {
    expect(mayReopenPeriod({ ...QUARTER, reopenedOn: null }, 'The supplier billed late')).toEqual([]);
    expect(mayReopenPeriod({ ...QUARTER, reopenedOn: null }, ' ')).toMatchObject([
      { code: 'INVALID', field: ['reason'] },
    ]);
  });

  it('happens once', () => {
    expect(mayReopenPeriod({ ...QUARTER, reopenedOn: TODAY }, '')).toMatchObject([
      {
        code: 'WRONG_STATE',
        field: ['id'],
        message:
          '2026-01-01 to 2026-03-31 was reopened already, on 2026-04-02. Close it again before you reopen it again.',
      },
      { code: 'INVALID', field: ['reason'] },
    ]);
  });
});
