import { describe, expect, it } from '@jest/globals';
import { aChecklist, aCriterion, accepted, assessOne, facts, submitted } from '../../../../test/support/gate-facts.js';

const assess = (...done: readonly boolean[]) =>
  assessOne(
    aCriterion('CHECKLIST'),
    facts({ evidence: [submitted('a', '2026-01-03', aChecklist(...done), accepted('2026-01-04'))] }),
    '2026-02-01',
  );

describe('a criterion that asks for a checklist', () => {
  it('is MET when it is accepted and every item is done', () => {
    expect(assess(true, true)).toMatchObject({
      status: 'MET',
      reason: 'The checklist submitted on 2026-01-03 is accepted and has 2 of 2 items done.',
    });
  });

  it('is NOT_MET with an item that is not done, and names it', () => {
    expect(assess(true, false, true)).toMatchObject({
      status: 'NOT_MET',
      blocks: true,
      reason: 'The checklist submitted on 2026-01-03 is accepted, but it has 1 of 3 items not done (step 2).',
      remedy: expect.stringContaining(
        'A program manager can submit a checklist that has every item done, and',
      ) as unknown,
      evidenceId: 'a',
    });
  });

  it('is NOT_MET with several items that are not done, and names each', () => {
    expect(assess(false, true, false).reason).toBe(
      'The checklist submitted on 2026-01-03 is accepted, but it has 2 of 3 items not done (step 1, step 3).',
    );
  });

  it('is NOT_MET without any item', () => {
    expect(assess()).toMatchObject({
      status: 'NOT_MET',
      reason: 'The checklist submitted on 2026-01-03 is accepted, but it has no item.',
    });
  });
});
