import { describe, expect, it } from '@jest/globals';
import { day } from '../../../test/support/gate-facts.js';
import { expiresOn, validityOn } from './validity.js';

describe('validity of evidence', () => {
  it('ends on the day that is validForDays after it began, over the end of months and leap days', () => {
    expect(expiresOn(day('2026-01-20'), 90)).toBe('2026-04-20');
    expect(expiresOn(day('2028-01-20'), 90)).toBe('2028-04-19');
    expect(expiresOn(day('2026-01-20'), null)).toBeNull();
  });

  it.each([
    ['2026-01-19', 'NOT_YET'],
    ['2026-01-20', 'HOLDS'],
    ['2026-04-20', 'HOLDS'],
    ['2026-04-21', 'RAN_OUT'],
  ])('includes its first and its last day: on %s it is %s', (today, validity) => {
    expect(validityOn(day(today), day('2026-01-20'), day('2026-04-20'))).toBe(validity);
  });

  it('goes on where there is no last day', () => {
    expect(validityOn(day('9999-12-31'), day('2026-01-20'), null)).toBe('HOLDS');
  });
});
