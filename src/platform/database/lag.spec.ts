import { describe, expect, it } from '@jest/globals';
import { Lag } from './lag.js';

describe('the lag of a replica', () => {
  it('is for how long it has lacked the first of what it lacks', () => {
    const lag = new Lag();
    lag.note(100n, 0);
    lag.note(200n, 1_000);
    lag.note(300n, 2_000);
    expect([50n, 100n, 250n, 300n, 400n].map((position) => lag.secondsOf(position, 5_000))).toEqual([5, 4, 3, 0, 0]);
  });

  it('does not grow while the primary writes nothing, whatever is left to be told of it', () => {
    const lag = new Lag();
    for (let second = 0; second < 10; second += 1) {
      lag.note(100n, second * 1_000);
    }
    expect(lag.secondsOf(100n, 10_000)).toBe(0);
    expect(lag.secondsOf(99n, 10_000)).toBe(10);
  });

  it('is at least an hour of what was noted longer ago', () => {
    const lag = new Lag();
    for (let minute = 0; minute <= 90; minute += 1) {
      lag.note(BigInt(minute), minute * 60_000);
    }
    expect(lag.secondsOf(0n, 90 * 60_000)).toBe(3_600);
  });
});
