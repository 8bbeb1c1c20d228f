import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, decimal, decimalOf, ZERO } from '../basics/decimal.js';
import { VALUE_THESES } from '../initiatives/initiative.js';
import { valueBalanceOf } from './value-balance.js';

describe('the value balance', () => {
  it('has a row for each thesis, in their order, with its share of the effort', () => {
    const live = new Map([
      ['GROWTH', 2],
      ['COST', 7],
    ]);
    const effort = [
      { key: 'COST', personDays: decimal('1.5') },
      { key: 'EXPERIENCE', personDays: decimal('0.50') },
      { key: 'COST', personDays: decimal('1') },
    ];
    expect(valueBalanceOf(live, effort)).toEqual([
      { valueThesis: 'PRODUCTIVITY', initiatives: 0, personDays: '0', percent: '0.0' },
      { valueThesis: 'COST', initiatives: 7, personDays: '2.5', percent: '83.3' },
      { valueThesis: 'GROWTH', initiatives: 2, personDays: '0', percent: '0.0' },
      { valueThesis: 'RISK_REDUCTION', initiatives: 0, personDays: '0', percent: '0.0' },
      { valueThesis: 'EXPERIENCE', initiatives: 0, personDays: '0.5', percent: '16.7' },
    ]);
  });

  it('has no shares where nothing was booked', () => {
    expect(valueBalanceOf(new Map(), []).map(({ percent }) => percent)).toEqual([null, null, null, null, null]);
  });

  it('always adds up to 100.0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...VALUE_THESES), fc.integer({ min: 1, max: 10_000 })), { minLength: 1 }),
        (booked) => {
          const rows = valueBalanceOf(
            new Map(),
            booked.map(([key, days]) => ({ key, personDays: decimalOf(days) })),
          );
          expect(rows.reduce((all, { percent }) => add(all, percent ?? ZERO), ZERO)).toBe('100');
        },
      ),
    );
  });
});
