import { describe, expect, it } from '@jest/globals';
import { onBreach } from './breach.js';

describe('a breached condition', () => {
  it('holds an ACTIVE initiative, is marked on one that is on hold, and asks nothing of one that has ended', () => {
    expect(onBreach('ACTIVE')).toBe('HOLD');
    expect(onBreach('ON_HOLD')).toBe('MARK');
    expect(onBreach('KILLED')).toBe('LEAVE');
    expect(onBreach('RETIRED')).toBe('LEAVE');
  });
});
