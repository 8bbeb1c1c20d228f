import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { dueBySla, mayRequestReview, unlessOpen, type ReviewScene } from './request-review.js';

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
    expect(mayRequestReview(scene({ openReview: { gateKey: 'g1' } }))).toEqual([
      { code: 'WRONG_STATE', message: 'A review at gate g1 is open already; vote in that one.' },
    ]);
  });

  it('says which state or which day is wrong', () => {
    const dueOn = '2026-03-01' as CalendarDate;
    expect(mayRequestReview(scene({ status: 'ON_HOLD', gateKey: null, dueOn }))).toEqual([
      { code: 'WRONG_STATE', message: 'The initiative is ON_HOLD; only an ACTIVE one is reviewed.' },
      { code: 'WRONG_STATE', message: 'The initiative stands in the last stage, which has no exit gate.' },
      {
        code: 'INVALID',
        message: 'dueOn must be 2026-03-02 or later, and was 2026-03-01.',
        field: ['input', 'dueOn'],
      },
    ]);
    expect(mayRequestReview(scene())).toEqual([]);
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
    expect(unlessOpen({ status: 'DECIDED' })).toEqual([
      { code: 'WRONG_STATE', message: 'The review is DECIDED already; nothing can be added to it.' },
    ]);
    expect(unlessOpen({ status: 'CANCELLED' })).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('is due within the days its gate gives for it, and never where it gives none', () => {
    expect(dueBySla('2026-02-27' as CalendarDate, 7)).toBe('2026-03-06');
    expect(dueBySla('2026-02-27' as CalendarDate, null)).toBeNull();
  });
});
