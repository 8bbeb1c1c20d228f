import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCondition,
  aCriterion,
  aGate,
  aProposal,
  aProposedCondition,
  aScene,
  day,
  facts,
  noon,
} from '../../../test/support/gate-facts.js';
import { assessGate } from './assess-gate.js';
import { checkProposal } from './check-proposal.js';
import { conditionsAt } from './condition.js';
import type { CriterionAssessment, CriterionDefinition } from './gate.js';
import type { GateScene, Proposal } from './proposal.js';
import { GATE_OUTCOMES, type GateOutcome } from './vote.js';

/** Documents that nobody handed in: what is must-meet of them blocks. */
const missing = (...criteria: readonly Partial<CriterionDefinition>[]): readonly CriterionAssessment[] =>
  assessGate(aGate(criteria.map((criterion) => aCriterion('DOCUMENT', criterion))), facts(), noon('2026-06-01'));

const refusals = (proposal: Proposal, scene: Partial<GateScene> = {}) => checkProposal(proposal, aScene(scene));
const codes = (...args: Parameters<typeof refusals>) => refusals(...args).map(({ code }) => code);

const plan = { key: 'plan', name: 'Change plan' };
const shift = { key: 'shift', name: 'Second shift' };
const veto = { key: 'kpi', name: 'KPIs attained', veto: true };
const covering = (...keys: readonly string[]): Proposal =>
  aProposal('CONDITIONAL_GO', { conditions: keys.map((criterionKey) => aProposedCondition({ criterionKey })) });

describe('GO', () => {
  it('passes when nothing blocks and every earlier condition is closed', () => {
    const conditions = conditionsAt([aCondition({ closedAt: noon('2026-06-01') })], noon('2026-06-01'));
    expect(refusals(aProposal('GO'), { conditions })).toEqual([]);
  });

  it('is refused by each criterion that blocks, and by each condition that is open or breached', () => {
    const conditions = conditionsAt(
      [aCondition(), aCondition({ id: 'other', text: 'Sign the contract', breachedAt: noon('2026-06-01') })],
      noon('2026-06-01'),
    );
    expect(codes(aProposal('GO'), { conditions, assessments: missing(plan, shift) })).toEqual([
      'CONDITION_OPEN',
      'CONDITION_OPEN',
      'CRITERION_UNMET',
      'CRITERION_UNMET',
    ]);
    expect(refusals(aProposal('GO'), { conditions })[1]).toEqual({
      code: 'CONDITION_OPEN',
      message:
        'A condition of an earlier decision is BREACHED: "Sign the contract", due on 2026-07-31. A program manager can close it when it is done.',
    });
  });
});

describe('CONDITIONAL_GO', () => {
  it('passes when each criterion that blocks has a condition naming it', () => {
    expect(refusals(covering('plan', 'shift'), { assessments: missing(plan, shift) })).toEqual([]);
  });

  it('is refused by each criterion that blocks without a condition, and says how one would cover it', () => {
    expect(refusals(covering('plan'), { assessments: missing(plan, shift) })).toEqual([
      expect.objectContaining({
        code: 'CRITERION_UNMET',
        message: expect.stringMatching(/^Second shift: .* Or state a condition with criterionKey shift\.$/),
        assessment: expect.objectContaining({ criterion: expect.objectContaining({ key: 'shift' }) }),
      }),
    ]);
  });

  it('never covers a veto that blocks', () => {
    expect(refusals(covering('kpi'), { assessments: missing(veto) })).toEqual([
      expect.objectContaining({
        code: 'CRITERION_VETO',
        message: expect.stringMatching(/^KPIs attained: .* It is a veto: no condition can stand in for it\.$/),
      }),
    ]);
  });

  it('may carry further conditions that cover nothing, and one on a criterion that is only advisable', () => {
    const assessments = missing({ key: 'nice', weight: 'SHOULD_MEET' });
    expect(refusals(covering('nice'), { assessments })).toEqual([]);
    expect(refusals(aProposal('CONDITIONAL_GO', { conditions: [aProposedCondition()] }))).toEqual([]);
  });

  it('has at least one condition', () => {
    expect(refusals(aProposal('CONDITIONAL_GO'))).toEqual([
      {
        code: 'CONDITION_INVALID',
        message: 'A CONDITIONAL_GO has at least one condition, and nothing blocks here: decide GO.',
        field: ['input', 'conditions'],
      },
    ]);
    expect(codes(aProposal('CONDITIONAL_GO'), { assessments: missing(plan) })).toEqual(['CRITERION_UNMET']);
  });

  it('is refused at the last gate, where no later gate could hold a condition', () => {
    const proposal = aProposal('CONDITIONAL_GO', { conditions: [aProposedCondition()] });
    expect(refusals(proposal, { stageKey: 'scale' })).toEqual([
      {
        code: 'CONDITION_INVALID',
        message: 'This is the last gate: no later one could hold a condition. Decide GO, RECYCLE or HOLD.',
        field: ['input', 'outcome'],
      },
    ]);
    expect(refusals(proposal, { stageKey: 'pilot' })).toEqual([]);
  });

  it('is refused for a condition on a criterion that the gate does not have', () => {
    expect(refusals(covering('plan', 'plam', 'shift'), { assessments: missing(plan, shift) })).toEqual([
      {
        code: 'CONDITION_INVALID',
        message: 'The gate has no criterion plam; it has plan, shift.',
        field: ['input', 'conditions', '1', 'criterionKey'],
      },
    ]);
  });

  it('is refused for a due date that is not ahead', () => {
    const due = (dueOn: string) =>
      refusals(aProposal('CONDITIONAL_GO', { conditions: [aProposedCondition({ dueOn: day(dueOn) })] }));
    expect(due('2026-06-02')).toEqual([]);
    expect(due('2026-06-01')).toEqual([
      {
        code: 'CONDITION_INVALID',
        message: 'dueOn must be after 2026-06-01, and was 2026-06-01.',
        field: ['input', 'conditions', '0', 'dueOn'],
      },
    ]);
  });

  it('waits for earlier conditions as GO does', () => {
    const conditions = conditionsAt([aCondition()], noon('2026-06-01'));
    const proposal = aProposal('CONDITIONAL_GO', { conditions: [aProposedCondition()] });
    expect(codes(proposal, { conditions })).toEqual(['CONDITION_OPEN']);
  });
});

describe('RECYCLE', () => {
  const back = (recycleToStageKey: string | null) => aProposal('RECYCLE', { recycleToStageKey });

  it.each(['discovery', 'poc', 'pilot'])('goes back to %s, an earlier stage or the same', (stage) => {
    expect(refusals(back(stage), { assessments: missing(plan) })).toEqual([]);
  });

  it.each(['scale', 'operate', 'nowhere'])('does not go to %s', (stage) => {
    expect(refusals(back(stage))).toEqual([
      {
        code: 'INVALID',
        message: `RECYCLE goes back to one of discovery, poc, pilot, and not to ${stage}.`,
        field: ['input', 'recycleToStageKey'],
      },
    ]);
  });

  it('needs the stage to go back to', () => {
    expect(refusals(back(null))).toEqual([
      {
        code: 'INVALID',
        message: 'RECYCLE needs recycleToStageKey: one of discovery, poc, pilot.',
        field: ['input', 'recycleToStageKey'],
      },
    ]);
  });

  it.each<[number | null, number]>([
    [null, 2],
    [1, 1],
    [0, 0],
  ])('is allowed by a gate with the limit %s only %s times', (recycleLimit, times) => {
    expect(codes(back('poc'), { recycleLimit, recycles: times })).toEqual(['RECYCLE_LIMIT']);
    if (times > 0) {
      expect(codes(back('poc'), { recycleLimit, recycles: times - 1 })).toEqual([]);
    }
  });

  it('says how often it was and may be', () => {
    expect(refusals(back('poc'), { recycles: 2 })[0]?.message).toBe(
      'The gate has sent the initiative back 2 times, and may 2 times: decide GO, CONDITIONAL_GO, HOLD or KILL.',
    );
  });
});

describe('HOLD and KILL', () => {
  it.each(['HOLD', 'KILL'] as const)('%s needs nothing', (outcome) => {
    const conditions = conditionsAt([aCondition()], noon('2026-06-01'));
    expect(refusals(aProposal(outcome), { conditions, assessments: missing(veto), recycles: 9 })).toEqual([]);
  });
});

describe('every outcome', () => {
  it.each(['ON_HOLD', 'KILLED', 'RETIRED'] as const)('is refused for an initiative that is %s', (status) => {
    for (const outcome of ['GO', 'HOLD', 'KILL'] as const) {
      expect(refusals(aProposal(outcome), { status })).toEqual([
        { code: 'WRONG_STATE', message: `The initiative is ${status}; only an ACTIVE one can be decided on.` },
      ]);
    }
  });

  it.each(GATE_OUTCOMES.filter((outcome) => outcome !== 'CONDITIONAL_GO'))(
    'but one: %s takes no conditions',
    (outcome) => {
      const recycleToStageKey = outcome === 'RECYCLE' ? 'poc' : null;
      expect(refusals(aProposal(outcome, { recycleToStageKey, conditions: [aProposedCondition()] }))).toEqual([
        {
          code: 'CONDITION_INVALID',
          message: `${outcome} takes no conditions; only CONDITIONAL_GO does.`,
          field: ['input', 'conditions'],
        },
      ]);
    },
  );

  it.each(GATE_OUTCOMES.filter((outcome) => outcome !== 'RECYCLE'))(
    'but one: %s takes no stage to go back to',
    (outcome) => {
      const conditions = outcome === 'CONDITIONAL_GO' ? [aProposedCondition()] : [];
      expect(refusals(aProposal(outcome, { conditions, recycleToStageKey: 'poc' }))).toEqual([
        {
          code: 'INVALID',
          message: `${outcome} takes no recycleToStageKey; only RECYCLE does.`,
          field: ['input', 'recycleToStageKey'],
        },
      ]);
    },
  );

  it('never goes forward past a must-meet criterion that blocks and no condition covers, nor past a veto', () => {
    const criteria = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        weight: fc.constantFrom('MUST_MEET' as const, 'SHOULD_MEET' as const),
        veto: fc.boolean(),
      }),
      { selector: ({ key }) => key, minLength: 1 },
    );
    const named = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.constantFrom<GateOutcome>('GO', 'CONDITIONAL_GO'), criteria, named, (outcome, asked, keys) => {
        const conditions = outcome === 'GO' ? [] : keys.map((criterionKey) => aProposedCondition({ criterionKey }));
        const passes = refusals(aProposal(outcome, { conditions }), { assessments: missing(...asked) }).length === 0;
        fc.pre(passes);
        for (const { key, weight, veto: isVeto } of asked.filter((criterion) => criterion.weight === 'MUST_MEET')) {
          expect(weight).toBe('MUST_MEET');
          expect(isVeto).toBe(false);
          expect(keys).toContain(key);
        }
      }),
    );
  });

  it('does not depend on the order of criteria and conditions', () => {
    const assessments = missing(plan, shift, veto);
    const shuffled = fc.shuffledSubarray([...assessments], { minLength: 3 });
    fc.assert(
      fc.property(shuffled, fc.shuffledSubarray(['plan', 'kpi', 'nothing'], { minLength: 3 }), (order, keys) => {
        expect(codes(covering(...keys), { assessments: order }).sort()).toEqual(
          codes(covering('plan', 'kpi', 'nothing'), { assessments }).sort(),
        );
      }),
    );
  });
});
