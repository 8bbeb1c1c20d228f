import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { reachOf } from './reach.js';

const reach = (from: string, to: string, at: string, timeZone = 'Europe/Berlin') =>
  reachOf({ from: from as CalendarDate, to: to as CalendarDate }, { timeZone, at: at as Instant });

describe('the reach of a period', () => {
  it('is from its first midnight to the last millisecond before the one after it, where the portfolio is at home', () => {
    expect(reach('2026-03-29', '2026-03-29', '2026-06-01T00:00:00.000Z')).toEqual({
      since: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T21:59:59.999Z',
    });
  });

  it('ends with the instant the report is of, where that is earlier', () => {
    expect(reach('2026-01-01', '2026-12-31', '2026-06-01T10:00:00.000Z').until).toBe('2026-06-01T10:00:00.000Z');
  });

  it('is empty where the period lies ahead', () => {
    const { since, until } = reach('2027-01-01', '2027-12-31', '2026-06-01T10:00:00.000Z');
    expect(since > until).toBe(true);
  });

  it('goes to the ends of the calendar', () => {
    expect(reach('0001-01-01', '9999-12-31', '2026-06-01T10:00:00.000Z', 'Asia/Tokyo')).toEqual({
      since: '0001-01-01T00:00:00.000Z',
      until: '2026-06-01T10:00:00.000Z',
    });
  });
});
