import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../basics/instant.js';
import { mayWriteAnother, windowBefore } from './writing-rate.js';

describe('how much one person writes', () => {
  it('is at most thirty texts', () => {
    expect([0, 29, 30, 31].map(mayWriteAnother)).toEqual([true, true, false, false]);
  });

  it('is counted over the minute before', () => {
    expect(windowBefore('2026-06-01T00:00:30.000Z' as Instant)).toBe('2026-05-31T23:59:30.000Z');
  });
});
