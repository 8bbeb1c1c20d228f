import { describe, expect, it } from '@jest/globals';
import { aCriterion, accepted, assessOne, aUxReview, facts, submitted } from '../../../../test/support/gate-facts.js';
import type { UxReview } from '../evidence.js';

const criterion = aCriterion('UX_REVIEW', { settings: { minParticipants: 5 }, validForDays: 180 });

const assess = (review: Partial<UxReview>, on = '2026-02-01') =>
  assessOne(
    criterion,
    facts({ evidence: [submitted('a', '2026-01-03', aUxReview(review), accepted('2026-01-04'))] }),
    on,
  );

describe('a criterion that asks for a UX review', () => {
  it('is MET when it is accepted, enough people took part and nothing critical is unresolved', () => {
    const findings = [
      { severity: 'CRITICAL', title: 'Cannot undo', resolved: true },
      { severity: 'MAJOR', title: 'Slow', resolved: false },
    ] as const;
    expect(assess({ participants: 5, findings })).toMatchObject({
      status: 'MET',
      reason:
        'The UX review submitted on 2026-01-03 is accepted, has 5 of at least 5 participants, leaves no critical finding unresolved and holds through 2026-07-02.',
    });
  });

  it('is NOT_MET with too few participants', () => {
    expect(assess({ participants: 4 })).toMatchObject({
      status: 'NOT_MET',
      reason: 'The UX review submitted on 2026-01-03 is accepted, but it has 4 of at least 5 participants.',
      remedy: expect.stringContaining(
        'A program manager can submit a UX review that has at least 5 participants, and',
      ) as unknown,
    });
  });

  it('says everything that is wrong at once', () => {
    const findings = [
      { severity: 'CRITICAL', title: 'Cannot undo', resolved: false },
      { severity: 'CRITICAL', title: 'Loses input', resolved: false },
    ] as const;
    expect(assess({ participants: 1, findings })).toMatchObject({
      status: 'NOT_MET',
      reason:
        'The UX review submitted on 2026-01-03 is accepted, but it has 1 of at least 5 participants and it leaves 2 critical findings unresolved (Cannot undo, Loses input).',
      remedy: expect.stringContaining(
        'has at least 5 participants and leaves no critical finding unresolved, and',
      ) as unknown,
    });
  });

  it('is NOT_MET rather than STALE when it ran out but was never good enough', () => {
    expect(assess({ participants: 6 }, '2027-01-01').status).toBe('STALE');
    expect(assess({ participants: 4 }, '2027-01-01').status).toBe('NOT_MET');
  });
});
