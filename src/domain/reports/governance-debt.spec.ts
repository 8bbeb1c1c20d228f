import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEBT_KINDS, debtRowsOf } from './governance-debt.js';

describe('governance debt', () => {
  it('is told by age: up to 30, 60 and 90 days, and older', () => {
    const kind = 'LIVE_WAIVER';
    const [, live] = debtRowsOf(
      [0, 30, 31, 60, 61, 90, 91, 400].map((days) => ({ kind, days, count: days === 31 ? 5 : 1 })),
    );
    expect(live).toEqual({
      kind,
      count: 12,
      ages: [
        { fromDays: 0, toDays: 30, count: 2 },
        { fromDays: 31, toDays: 60, count: 6 },
        { fromDays: 61, toDays: 90, count: 2 },
        { fromDays: 91, toDays: null, count: 2 },
      ],
      oldestDays: 400,
    });
  });

  it('has a row for each kind, also where there is nothing', () => {
    expect(debtRowsOf([]).map(({ kind, count, oldestDays }) => [kind, count, oldestDays])).toEqual(
      DEBT_KINDS.map((kind) => [kind, 0, null]),
    );
  });

  it('always adds up', () => {
    const some = fc.record({ kind: fc.constantFrom(...DEBT_KINDS), days: fc.nat(200), count: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(some), (counts) => {
        const rows = debtRowsOf(counts);
        for (const { count, ages } of rows) {
          expect(ages.reduce((sum, age) => sum + age.count, 0)).toBe(count);
        }
        expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(counts.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });
});
