import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_RETRIES, retryWait } from './retry-schedule.js';

const MINUTE = 60_000;

describe('retryWait', () => {
  it('waits from a minute to six hours, eight times, and then no more', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((failures) => {
      const wait = retryWait(failures, 0);
      return wait === null ? null : wait / MINUTE;
    });
    expect(minutes).toEqual([1, 5, 15, 60, 120, 240, 360, 360, null]);
    expect(MOST_RETRIES).toBe(8);
  });

  it('adds a tenth at most, and takes nothing away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const shortest = retryWait(failures, 0) ?? 0;
        const wait = retryWait(failures, chance) ?? 0;
        expect(wait).toBeGreaterThanOrEqual(shortest);
        expect(wait).toBeLessThanOrEqual(shortest * 1.1);
      }),
    );
  });
});
