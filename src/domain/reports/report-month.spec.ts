import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { reportMonthOf } from './report-month.js';

const at = (now: string, on = '2026-10-01', zone = 'Europe/Berlin') =>
  reportMonthOf(on as CalendarDate, zone, now as Instant);

describe('a month that is reported on', () => {
  it('is known as of its last instant in the zone, once it has ended', () => {
    const october = {
      key: '2026-10',
      month: { from: '2026-10-01', to: '2026-10-31' },
      twelveMonths: { from: '2025-11-01', to: '2026-10-31' },
      at: '2026-10-31T22:59:59.999Z',
      hasEnded: true,
    };
    expect(at('2026-11-29T12:00:00.000Z')).toEqual(october);
    expect(at('2031-01-01T00:00:00.000Z', '2026-10-17')).toEqual(october);
  });

  it('is known as of now while it goes on, to its last instant', () => {
    expect(at('2026-10-31T22:59:59.999Z')).toMatchObject({ at: '2026-10-31T22:59:59.999Z', hasEnded: false });
    expect(at('2026-10-31T23:00:00.000Z')).toMatchObject({ at: '2026-10-31T22:59:59.999Z', hasEnded: true });
    expect(at('2026-09-30T22:00:00.000Z')).toMatchObject({ at: '2026-09-30T22:00:00.000Z', hasEnded: false });
  });

  it('is nothing before it begins', () => {
    expect(at('2026-09-30T21:59:59.999Z')).toBeNull();
  });

  it('goes over the turn of the year', () => {
    expect(at('2027-02-01T00:00:00.000Z', '2026-12-01', 'UTC')).toMatchObject({
      month: { from: '2026-12-01', to: '2026-12-31' },
      twelveMonths: { from: '2026-01-01', to: '2026-12-31' },
    });
    expect(at('2027-02-01T00:00:00.000Z', '2027-01-01', 'UTC')).toMatchObject({
      key: '2027-01',
      twelveMonths: { from: '2026-02-01', to: '2027-01-31' },
    });
  });
});
