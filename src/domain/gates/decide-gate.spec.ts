import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCriterion,
  aDefinition,
  aGate,
  aGuardrail,
  aKpi,
  aMeasurement,
  facts,
  noon,
} from '../../../test/support/gate-facts.js';
import { assessGate } from './assess-gate.js';
import { DECIDABLE_OUTCOMES, decideGate, type DecidableOutcome, type DecisionRequest } from './decide-gate.js';
import { GATE_OUTCOMES, spokenVotes, supportedOutcome, type GateOutcome, type Vote } from './vote.js';

const cast = (voterId: string, outcome: GateOutcome | null): Vote => ({ voterId, outcome });

const request = (other: Partial<DecisionRequest> = {}): DecisionRequest => ({
  outcome: 'GO',
  voterId: 'grace',
  votes: [],
  quorum: 1,
  assessments: [],
  initiative: { ownerId: 'owner', sponsorId: null, status: 'ACTIVE' },
  nextStageKey: 'scale',
  ...other,
});

const decide = (other: Partial<DecisionRequest> = {}) => decideGate(request(other));

const codesOf = (other: Partial<DecisionRequest>): readonly string[] => {
  const result = decide(other);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

/** Handle time at 113.8 percent with the guardrail breached, and a document that is missing but not asked for. */
const story1 = assessGate(
  aGate([
    aCriterion('KPI_ATTAINMENT', { key: 'kpi-attainment', name: 'KPIs attained', veto: true }),
    aCriterion('DOCUMENT', { key: 'nice', weight: 'SHOULD_MEET' }),
  ]),
  facts({
    kpis: [
      aKpi('handle-time', aDefinition(), aMeasurement('6.1', '2026-03-20', { sampleSize: 1880 })),
      aKpi('reopen-rate', aGuardrail(), aMeasurement('5.2', '2026-03-20')),
    ],
  }),
  noon('2026-03-31'),
);

describe('deciding a gate', () => {
  it.each<[DecidableOutcome, string | null, string]>([
    ['GO', 'scale', 'ACTIVE'],
    ['HOLD', null, 'ON_HOLD'],
    ['KILL', null, 'KILLED'],
  ])('with %s moves to %s and leaves it %s', (outcome, toStageKey, status) => {
    expect(decide({ outcome })).toEqual({
      ok: true,
      value: { toStageKey, status, votes: [cast('grace', outcome)] },
    });
  });

  it('refuses GO with CRITERION_UNMET on what blocks, and carries its assessment (story 1)', () => {
    expect(decide({ assessments: story1 })).toEqual({
      ok: false,
      refusals: [
        {
          code: 'CRITERION_UNMET',
          message:
            'KPIs attained: Reopen rate is 5.2 %, over its limit of 4.0 %. Bring Reopen rate back to its limit of 4.0 %, then a program manager or an integration can record the measurement.',
          assessment: story1[0],
        },
      ],
    });
  });

  it.each(['HOLD', 'KILL'] as const)('lets %s pass whatever blocks', (outcome) => {
    expect(decide({ outcome, assessments: story1 }).ok).toBe(true);
  });

  it("counts as the decider's vote and replaces an earlier one", () => {
    const result = decide({ quorum: 2, votes: [cast('grace', 'KILL'), cast('hank', 'GO')] });
    expect(result).toMatchObject({ ok: true, value: { votes: [cast('hank', 'GO'), cast('grace', 'GO')] } });
  });

  it('is refused below the quorum, and abstentions do not count', () => {
    expect(codesOf({ quorum: 2, votes: [cast('hank', null), cast('grace', 'GO')] })).toEqual(['QUORUM_NOT_MET']);
    expect(codesOf({ quorum: 2, votes: [cast('hank', 'GO')] })).toEqual([]);
  });

  it('counts only the newest vote of each gatekeeper', () => {
    expect(codesOf({ votes: [cast('hank', 'KILL'), cast('hank', 'GO')] })).toEqual([]);
  });

  it('is refused unless the outcome has the most votes, and on a tie but for the most cautious', () => {
    const votes = [cast('hank', 'HOLD')];
    expect(decide({ votes })).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'OUTCOME_NOT_SUPPORTED',
          message: 'The votes support HOLD and not GO; decide that, or have gatekeepers change their votes.',
        },
      ],
    });
    expect(codesOf({ votes: [cast('hank', 'GO')], outcome: 'KILL' })).toEqual([]);
  });

  it.each(['owner', 'sponsor'])('is refused to the %s', (voterId) => {
    const initiative = { ownerId: 'owner', sponsorId: 'sponsor', status: 'ACTIVE' } as const;
    expect(codesOf({ voterId, initiative })).toEqual(['OWNER_CANNOT_VOTE']);
  });

  it('does not count the vote of who became the owner after voting', () => {
    expect(codesOf({ quorum: 2, votes: [cast('owner', 'GO')] })).toEqual(['QUORUM_NOT_MET']);
  });

  it.each(['ON_HOLD', 'KILLED', 'RETIRED'] as const)('is refused for an initiative that is %s', (status) => {
    const result = decide({ initiative: { ownerId: 'owner', sponsorId: null, status } });
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'WRONG_STATE' }] });
  });

  it('says every reason at once', () => {
    const initiative = { ownerId: 'grace', sponsorId: null, status: 'ON_HOLD' } as const;
    expect(codesOf({ initiative, quorum: 3, votes: [cast('hank', 'KILL')], assessments: story1 })).toEqual([
      'OWNER_CANNOT_VOTE',
      'WRONG_STATE',
      'QUORUM_NOT_MET',
      'OUTCOME_NOT_SUPPORTED',
      'CRITERION_UNMET',
    ]);
  });

  it('is accepted only with the quorum in, the outcome supported and, for GO, nothing that blocks', () => {
    const others = fc.array(
      fc.record({
        voterId: fc.constantFrom('a', 'b', 'c', 'owner'),
        outcome: fc.option(fc.constantFrom(...GATE_OUTCOMES)),
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...DECIDABLE_OUTCOMES),
        others,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (outcome, votes, quorum, blocked) => {
          const result = decide({ outcome, votes, quorum, assessments: blocked ? story1 : [] });
          if (result.ok) {
            expect(spokenVotes(result.value.votes).length).toBeGreaterThanOrEqual(quorum);
            expect(supportedOutcome(result.value.votes)).toBe(outcome);
            expect(result.value.votes.some(({ voterId }) => voterId === 'owner')).toBe(false);
            expect(outcome === 'GO' && blocked).toBe(false);
          } else {
            expect(result.refusals.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
