import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { mayRequestReview, unlessOpen, type ReviewScene } from './request-review.js';

const scene = (changes: Partial<ReviewScene> = {}): ReviewScene => ({
  status: 'ACTIVE',
  gateKey: 'g1',
  openReview: null,
  dueOn: null,
  today: '2026-03-02' as CalendarDate,
  ...changes,
});

const codes = (changes: Partial<ReviewScene>) => mayRequestReview(scene(changes)).map(({ code }) => code);

describe('requesting a review', () => {
  it('is open to an active initiative at a gate', () => {
    expect(codes({})).toEqual([]);
  });

  it('takes today as the day it is due, and no day before', () => {
    expect(codes({ dueOn: '2026-03-02' as CalendarDate })).toEqual([]);
    expect(codes({ dueOn: '2026-03-01' as CalendarDate })).toEqual(['INVALID']);
  });

  it.each(['ON_HOLD', 'KILLED', 'RETIRED'] as const)('is refused while the initiative is %s', (status) => {
    expect(codes({ status })).toEqual(['WRONG_STATE']);
  });

  it('is refused while another review is open, which it names', () => {
    expect(mayRequestReview(scene({ openReview: { gateKey: 'g1' } }))[0]?.message).toContain('g1');
  });

  it('is refused with every reason at once', () => {
    const dueOn = '2025-01-01' as CalendarDate;
    expect(codes({ status: 'KILLED', gateKey: null, openReview: { gateKey: 'g4' }, dueOn })).toEqual([
      'WRONG_STATE',
      'WRONG_STATE',
      'WRONG_STATE',
      'INVALID',
    ]);
  });
});

describe('a review', () => {
  it('takes votes and a decision while it is open, and then no more', () => {
    expect(unlessOpen({ status: 'OPEN' })).toEqual([]);
    expect(unlessOpen({ status: 'DECIDED' })).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(unlessOpen({ status: 'CANCELLED' })).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});
