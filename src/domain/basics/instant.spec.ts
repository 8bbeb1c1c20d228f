import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { instantOf, millisecondsOf, parseInstant } from './instant.js';

describe('reading an instant', () => {
  it.each([
    ['2026-01-20T09:30:00Z', '2026-01-20T09:30:00.000Z'],
    ['2026-01-20t09:30:00z', '2026-01-20T09:30:00.000Z'],
    ['2026-01-20T09:30:00.5Z', '2026-01-20T09:30:00.500Z'],
    ['2026-01-20T09:30:00.123999Z', '2026-01-20T09:30:00.123Z'],
    ['2026-01-20T00:30:00+02:00', '2026-01-19T22:30:00.000Z'],
    ['2026-01-20T23:30:00-05:30', '2026-01-21T05:00:00.000Z'],
    ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('takes %s for %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    ['without a zone', '2026-01-20T09:30:00'],
    ['without seconds', '2026-01-20T09:30Z'],
    ['with a space', '2026-01-20 09:30:00Z'],
    ['a date alone', '2026-01-20'],
    ['a day no calendar has', '2026-02-30T00:00:00Z'],
    ['29 February of a common year', '2025-02-29T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['24:00', '2026-01-20T24:00:00Z'],
    ['a 60th minute', '2026-01-20T09:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an empty fraction', '2026-01-20T09:30:00.Z'],
    ['an offset of 24 hours', '2026-01-20T09:30:00+24:00'],
    ['an offset without its colon', '2026-01-20T09:30:00+0200'],
    ['the year 0000', '0000-12-31T23:59:59Z'],
    ['before the year 0001 in UTC', '0001-01-01T00:00:00+01:00'],
    ['after the year 9999 in UTC', '9999-12-31T23:59:59-01:00'],
    ['five digits of a year', '+12026-01-20T09:30:00Z'],
    ['a line break at the end', '2026-01-20T09:30:00Z\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads what it wrote, and text order is time order', () => {
    const someTime = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(someTime, someTime, (a, b) => {
        expect(parseInstant(instantOf(a))).toBe(instantOf(a));
        expect(millisecondsOf(instantOf(a))).toBe(a);
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
      }),
    );
  });

  it('agrees with luxon on every offset', () => {
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }), minutes, (time, offset) => {
        const written = DateTime.fromMillis(time).setZone(FixedOffsetZone.instance(offset)).toISO();
        expect(parseInstant(written ?? '')).toBe(instantOf(time));
      }),
    );
  });
});
