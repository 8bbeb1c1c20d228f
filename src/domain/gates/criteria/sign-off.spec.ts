import { describe, expect, it } from '@jest/globals';
import { aCriterion, accepted, aSignOff, assessOne, facts, submitted } from '../../../../test/support/gate-facts.js';

const criterion = aCriterion('SIGN_OFF');

describe('a criterion that asks for a sign-off', () => {
  it('is MET when it is accepted, and not before', () => {
    const known = facts({ evidence: [submitted('a', '2026-01-03', aSignOff, accepted('2026-01-05'))] });
    expect(assessOne(criterion, known, '2026-01-04')).toMatchObject({
      status: 'SUBMITTED',
      reason: 'The sign-off submitted on 2026-01-03 waits for review.',
    });
    expect(assessOne(criterion, known, '2026-01-05')).toMatchObject({
      status: 'MET',
      reason: 'The sign-off submitted on 2026-01-03 is accepted.',
      evidenceId: 'a',
    });
  });
});
