import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { lastWholeQuarters } from './whole-quarters.js';

describe('the last whole quarters', () => {
  it.each([
    ['2026-07-01', 2, '2026-01-01', '2026-06-30'],
    ['2026-06-30', 2, '2025-10-01', '2026-03-31'],
    ['2026-01-01', 1, '2025-10-01', '2025-12-31'],
    ['2026-12-31', 40, '2016-10-01', '2026-09-30'],
    ['2024-05-15', 1, '2024-01-01', '2024-03-31'],
  ])('before %s, %d of them, are from %s to %s', (today, quarters, from, to) => {
    expect(lastWholeQuarters(today as CalendarDate, quarters)).toEqual({ from, to });
  });
});
