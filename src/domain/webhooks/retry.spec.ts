import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { nextAttempt, outcomeOf, readRetryAfter, WAITS } from './retry.js';

const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the schedule of attempts', () => {
  it('waits 5 seconds, 5 and 30 minutes, 2, 5, 10 and 10 hours, and then gives up', () => {
    const waits = Array.from({ length: 9 }, (_, number) => {
      const next = nextAttempt(number + 1, NOW, { retryAfterMs: null, chance: 0 });
      return next && millisecondsOf(next) - millisecondsOf(NOW);
    });
    expect(waits).toEqual([5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR, null, null]);
  });

  it('is never earlier than that or than was asked for, and at most a tenth later; a day is the most that can be asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: WAITS.length }),
        fc.option(fc.nat(100 * HOUR)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, retryAfterMs, chance) => {
          const next = nextAttempt(failures, NOW, { retryAfterMs, chance })!;
          const waited = millisecondsOf(next) - millisecondsOf(NOW);
          const least = Math.max(WAITS[failures - 1]!, Math.min(retryAfterMs ?? 0, 24 * HOUR));
          expect(waited).toBeGreaterThanOrEqual(least);
          expect(waited).toBeLessThanOrEqual(Math.ceil(least * 1.1));
        },
      ),
    );
  });
});

describe('an answer', () => {
  it.each([
    [200, 'DELIVERED'],
    [204, 'DELIVERED'],
    [299, 'DELIVERED'],
    [199, 'FAILED'],
    [302, 'FAILED'],
    [404, 'FAILED'],
    [410, 'GONE'],
    [500, 'FAILED'],
    [null, 'FAILED'],
  ] as const)('%s is %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    [new Date(millisecondsOf(instantOf(millisecondsOf(NOW) + HOUR))).toUTCString(), HOUR],
    ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
    ['Sun, never', null],
    ['soon', null],
    ['2026-03-02', null],
    ['-5', null],
    ['1e3', null],
    [undefined, null],
  ])('%s is %s ms', (header, milliseconds) => {
    expect(readRetryAfter(header, NOW)).toBe(milliseconds);
  });
});
