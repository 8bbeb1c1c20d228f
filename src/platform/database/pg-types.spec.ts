import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOfText } from './pg-types.js';

/** As a session of PostgreSQL in UTC tells it: without zeros at the end of the fraction, and without an empty one. */
const told = (date: Date, microseconds: number): string => {
  const [day = '', time = ''] = date.toISOString().slice(0, -1).split('T');
  const exact = `${time}${String(microseconds).padStart(3, '0')}`.replace(/\.?0+$/, '');
  return `${day} ${exact.length < 8 ? time.slice(0, 8) : exact}+00`;
};

describe('an instant that PostgreSQL tells', () => {
  it.each([
    ['2026-01-20 09:30:00+00', '2026-01-20T09:30:00.000Z'],
    ['2026-01-20 09:30:00.1+00', '2026-01-20T09:30:00.100Z'],
    ['2026-01-20 09:30:00.123999+00', '2026-01-20T09:30:00.123Z'],
    ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z'],
    // Of a session that is not in UTC.
    ['2026-01-20 09:30:00.5+05:30', '2026-01-20T04:00:00.500Z'],
    ['2026-01-20 09:30:00-08', '2026-01-20T17:30:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(instantOfText(text)).toBe(instant);
  });

  it('is what the calendar makes of it', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 999 }), (date, microseconds) => {
        expect(instantOfText(told(date, microseconds))).toBe(date.toISOString());
      }),
    );
  });

  it.each(['infinity', '-infinity', '', 'yesterday'])('throws for %s', (text) => {
    expect(() => instantOfText(text)).toThrow(RangeError);
  });
});
