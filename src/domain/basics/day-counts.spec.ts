import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countIn, medianOf, mostDays, nearestRankIn, summedUp, type DayCount } from './day-counts.js';

const counts = (...pairs: [days: number, count: number][]): DayCount[] =>
  pairs.map(([days, count]) => ({ days, count }));
const someCounts = fc.array(fc.record({ days: fc.nat(20), count: fc.integer({ min: 1, max: 5 }) }), { minLength: 1 });
const inOrder = (all: readonly DayCount[]): number[] =>
  all.flatMap(({ days, count }) => Array.from({ length: count }, () => days)).sort((a, b) => a - b);

describe('days, counted', () => {
  it('have the middle one as their median', () => {
    expect(medianOf(counts([9, 1], [3, 2]))).toBe('3');
    expect(medianOf(counts([4, 1]))).toBe('4');
  });

  it('have the mean of the two in the middle as their median where there is no middle one', () => {
    expect(medianOf(counts([3, 1], [4, 1]))).toBe('3.5');
    expect(medianOf(counts([2, 2], [10, 2]))).toBe('6');
  });

  it('have neither median nor percentile nor most where there are none', () => {
    expect([medianOf([]), nearestRankIn([], 85), mostDays([]), countIn([])]).toEqual([null, null, null, 0]);
  });

  it('have the largest as their most, in whatever order they come', () => {
    expect(mostDays(counts([3, 1], [9, 1], [4, 7]))).toBe(9);
  });

  it('say the same as all of them one by one', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const days = inOrder(all);
        const half = days.length / 2;
        const middle = (days[Math.ceil(half) - 1]! + days[Math.floor(half)]!) / 2;
        expect(medianOf(all)).toBe(String(middle));
        expect(nearestRankIn(all, percent)).toBe(days[Math.floor((days.length * percent + 99) / 100) - 1]);
        expect(countIn(all)).toBe(days.length);
      }),
    );
  });

  it('add up to one count for each number of days, and to none where as many are taken off', () => {
    expect(summedUp(counts([3, 2], [9, 1], [3, -1], [9, -1]))).toEqual(counts([3, 1]));
    fc.assert(
      fc.property(someCounts, (all) => {
        expect(inOrder(summedUp(all))).toEqual(inOrder(all));
        expect(new Set(summedUp(all).map(({ days }) => days)).size).toBe(summedUp(all).length);
      }),
    );
  });
});
