import { describe, expect, it } from '@jest/globals';
import { aChangePlan, aCriterion, accepted, assessOne, facts, submitted } from '../../../../test/support/gate-facts.js';
import { ZERO } from '../../basics/decimal.js';
import type { ChangePlan } from '../evidence.js';

const group = (people: number) => ({ name: 'agents', people, impact: 'new screen', training: 'half a day' });

const assess = (plan: Partial<ChangePlan>) =>
  assessOne(
    aCriterion('CHANGE_PLAN'),
    facts({ evidence: [submitted('a', '2026-01-03', aChangePlan(plan), accepted('2026-01-04'))] }),
    '2026-02-01',
  );

describe('a criterion that asks for a change plan', () => {
  it('is MET when it is accepted, one group has people in it and adoption has a target', () => {
    expect(assess({ groups: [group(0), group(40)] })).toMatchObject({
      status: 'MET',
      reason:
        'The change plan submitted on 2026-01-03 is accepted, names 2 groups with 40 people and aims for 80 % adoption by 2026-12-01.',
    });
  });

  it.each([[[]], [[group(0)]]])('is NOT_MET without people: %j', (groups) => {
    expect(assess({ groups })).toMatchObject({
      status: 'NOT_MET',
      reason: 'The change plan submitted on 2026-01-03 is accepted, but it names no group with people in it.',
      remedy: expect.stringContaining('that names at least one group with people in it, and') as unknown,
    });
  });

  it('is NOT_MET with an adoption target of nothing', () => {
    expect(assess({ adoptionTargetPercent: ZERO })).toMatchObject({
      status: 'NOT_MET',
      reason: 'The change plan submitted on 2026-01-03 is accepted, but its adoption target is 0 %.',
    });
  });
});
