import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../basics/instant.js';
import { day } from '../../../test/support/gate-facts.js';
import type { GateReviewStatus } from './review.js';
import { ageInDays, endangeredThrough, isOverdue } from './review-clock.js';

const review = (status: GateReviewStatus, dueOn: string | null) => ({
  status,
  dueOn: dueOn === null ? null : day(dueOn),
});

describe('a review', () => {
  it('is overdue from the day after the one it was to be decided by', () => {
    expect(isOverdue(review('OPEN', '2026-03-10'), day('2026-03-10'))).toBe(false);
    expect(isOverdue(review('OPEN', '2026-03-10'), day('2026-03-11'))).toBe(true);
  });

  it('is never overdue where no day was set', () => {
    expect(isOverdue(review('OPEN', null), day('2030-01-01'))).toBe(false);
  });

  it.each(['DECIDED', 'CANCELLED'] as const)('is not overdue once it is %s', (status) => {
    expect(isOverdue(review(status, '2026-03-10'), day('2026-03-11'))).toBe(false);
  });

  it('is as old as the days of the calendar since it was requested, in the zone of the portfolio', () => {
    const requested = { requestedAt: '2026-03-01T23:30:00.000Z' as Instant };
    expect(ageInDays(requested, day('2026-03-01'), 'UTC')).toBe(0);
    expect(ageInDays(requested, day('2026-03-08'), 'UTC')).toBe(7);
    expect(ageInDays(requested, day('2026-03-08'), 'Europe/Berlin')).toBe(6);
  });

  it('is in danger when it is due within 14 days', () => {
    expect(endangeredThrough(day('2026-03-01'))).toBe(day('2026-03-15'));
  });
});
