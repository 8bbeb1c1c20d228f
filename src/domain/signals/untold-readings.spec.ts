import { describe, expect, it } from '@jest/globals';
import { decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { isToBeTold, withReading } from './untold-readings.js';

const at = (time: string): Instant => `2026-05-01T${time}.000Z` as Instant;
const reading = (time: string, value: string, since = '08:00:00') => ({
  at: at(time),
  heardAt: at(time),
  value: decimal(value),
  levelSince: at(since),
});

describe('readings that were pulled', () => {
  it('are counted until the trail is told of them', () => {
    const one = withReading(null, reading('09:00:00', '0.1'));
    expect(one).toEqual({ readings: 1, from: at('09:00:00'), to: at('09:00:00'), last: '0.1' });
    expect(withReading(one, reading('09:01:00', '0.2'))).toEqual({
      ...{ readings: 2, from: at('09:00:00'), to: at('09:01:00'), last: '0.2' },
    });
  });

  it('are told of at once where they are the first, or of another level than before', () => {
    expect(isToBeTold(reading('09:00:00', '0.1'), null, at('09:00:00'))).toBe(true);
    expect(isToBeTold(reading('09:00:00', '0.4', '09:00:00'), at('08:59:00'), at('09:00:00'))).toBe(true);
  });

  it('are told of once an hour where nothing else is so', () => {
    expect(isToBeTold(reading('09:00:00', '0.1'), at('08:00:01'), at('09:00:00'))).toBe(false);
    expect(isToBeTold(reading('09:00:00', '0.1'), at('08:00:00'), at('09:00:00'))).toBe(true);
    expect(isToBeTold(null, at('08:00:01'), at('09:00:00'))).toBe(false);
    expect(isToBeTold(null, at('08:00:00'), at('09:00:00'))).toBe(true);
  });
});
