import { describe, expect, it } from '@jest/globals';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { LONGEST_SPAN_DAYS, problemOfDays } from './days.js';

const day = (text: string) => text as CalendarDate;

describe('days that are asked about', () => {
  it('may be one, and at most a hundred years apart', () => {
    const from = day('1926-01-01');
    expect(problemOfDays({ from, to: from })).toBeNull();
    expect(problemOfDays({ from, to: addDays(from, LONGEST_SPAN_DAYS) })).toBeNull();
    expect(problemOfDays({ from, to: addDays(from, LONGEST_SPAN_DAYS + 1) })).toBe(
      'from and to must be at most 100 years apart: 1926-01-01 to 2026-01-02 is more.',
    );
  });

  it('do not end before they begin', () => {
    expect(problemOfDays({ from: day('2026-09-30'), to: day('2026-07-01') })).toBe(
      'from must not be after to: 2026-09-30 is after 2026-07-01.',
    );
  });
});
