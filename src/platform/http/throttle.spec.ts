import { describe, expect, it } from '@jest/globals';
import { Throttle } from './throttle.js';

describe('a throttle', () => {
  it('lets so many tries through within a time, and says how long to wait', () => {
    const throttle = new Throttle(2, 60_000);
    expect([0, 10_500, 20_000].map((now) => throttle.begin('ann', now))).toEqual([0, 0, 40]);
    expect(throttle.begin('ben', 20_000)).toBe(0);
    expect(throttle.begin('ann', 59_999)).toBe(1);
    expect(throttle.begin('ann', 60_000)).toBe(0);
    expect(throttle.begin('ann', 60_001)).toBe(11);
  });

  it('does not count what it refused, nor what succeeded', () => {
    const throttle = new Throttle(2, 60_000);
    throttle.begin('ann', 0);
    throttle.begin('ann', 1);
    throttle.begin('ann', 2);
    throttle.forgive('ann', 1);
    expect(throttle.begin('ann', 3)).toBe(0);
    expect(throttle.begin('ann', 60_000)).toBe(0);
    throttle.forgive('nobody', 3);
  });

  it('takes back the only try there was', () => {
    const throttle = new Throttle(1, 60_000);
    throttle.begin('ann', 0);
    throttle.forgive('ann', 0);
    expect(throttle.begin('ann', 1)).toBe(0);
  });

  it('keeps so many keys and no more, those that were tried last', () => {
    const throttle = new Throttle(1, 60_000, 2);
    ['ann', 'ben', 'cid'].forEach((key) => throttle.begin(key, 0));
    expect(['ben', 'cid', 'ann'].map((key) => throttle.begin(key, 1))).toEqual([60, 60, 0]);
  });
});
