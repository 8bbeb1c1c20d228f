import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { historyMonths } from './exit-history.js';

const months = (first: string, today: string) => historyMonths(first as CalendarDate, today as CalendarDate);

describe('the months a forecast draws from', () => {
  it('are whole ones, from that of the first visit to the one before the running one', () => {
    expect(months('2025-11-17', '2026-02-28')).toEqual({
      keys: ['2025-11', '2025-12', '2026-01'],
      bounds: ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'],
    });
  });

  it('are none while the first visit is of the running month', () => {
    expect(months('2026-02-01', '2026-02-28')).toEqual({ keys: [], bounds: ['2026-02-01'] });
  });

  it('are the last 24 at most', () => {
    const { keys, bounds } = months('2020-01-01', '2026-03-01');
    expect([keys.length, keys[0], keys.at(-1)]).toEqual([24, '2024-03', '2026-02']);
    expect([bounds.length, bounds[0], bounds.at(-1)]).toEqual([25, '2024-03-01', '2026-03-01']);
  });
});
