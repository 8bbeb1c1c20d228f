import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accepted,
  aCheck,
  aCriterion,
  aDocument,
  aGate,
  aSignOff,
  day,
  noon,
  returned,
  submitted,
} from '../../../test/support/gate-facts.js';
import { addDays } from '../basics/calendar-date.js';
import type { CriterionDefinition, EvidenceFact, WorkflowTemplate } from './gate.js';
import { perishableCriteria, ranOutBy } from './ran-out.js';

const templateOf = (...criteria: readonly CriterionDefinition[]): WorkflowTemplate => ({
  id: 'template',
  key: 'steps',
  name: 'Steps',
  version: 1,
  publishedAt: noon('2025-01-01'),
  stages: [
    {
      key: 'pilot',
      name: 'Pilot',
      category: 'PILOT',
      position: 1,
      timeBoxDays: null,
      wipLimit: null,
      exitGate: aGate(criteria),
    },
    {
      key: 'operate',
      name: 'Operate',
      category: 'PRODUCTION',
      position: 2,
      timeBoxDays: null,
      wipLimit: null,
      exitGate: null,
    },
  ],
});

const document = aCriterion('DOCUMENT', { validForDays: 30 });
const check = aCriterion('EXTERNAL_CHECK', { key: 'alerts', validForDays: 90 });

const LIVE = { status: 'ACTIVE', riskTier: 'LIMITED' } as const;

const ranOut = (on: string, criteria: readonly CriterionDefinition[], ...evidence: readonly EvidenceFact[]) =>
  ranOutBy(day(on), templateOf(...criteria), LIVE, evidence);

describe('evidence', () => {
  const plan = submitted('plan', '2026-03-01', aDocument, accepted('2026-03-02'));

  it('has run out on the day after its last day', () => {
    expect(ranOut('2026-03-31', [document], plan)).toEqual([]);
    expect(ranOut('2026-04-01', [document], plan)).toEqual([
      { evidenceId: 'plan', criterionKey: 'criterion', lastDay: '2026-03-31' },
    ]);
  });

  it('runs out as story 4 tells: effective 20 January and valid 90 days, it has on 21 April', () => {
    const drill = submitted('drill', '2026-01-20', aCheck('2026-01-20'), { criterionKey: 'alerts' });
    expect(ranOut('2026-04-20', [check], drill)).toEqual([]);
    expect(ranOut('2026-04-21', [check], drill)).toMatchObject([{ evidenceId: 'drill', lastDay: '2026-04-20' }]);
  });

  it('never runs out where the criterion sets no number of days', () => {
    expect(ranOut('2099-01-01', [aCriterion('DOCUMENT')], plan)).toEqual([]);
  });

  it('counts once it is accepted: what waits or was returned cannot run out', () => {
    const waiting = submitted('waiting', '2026-03-01', aDocument);
    const sentBack = submitted('sent-back', '2026-03-01', aDocument, returned('2026-03-02', 'Too thin.'));
    expect(ranOut('2026-06-01', [document], waiting, sentBack)).toEqual([]);
  });

  it('is replaced by a newer accepted one, and by no other', () => {
    const newer = submitted('newer', '2026-03-20', aDocument);
    expect(ranOut('2026-04-01', [document], plan, newer)).toMatchObject([{ evidenceId: 'plan' }]);
    expect(ranOut('2026-04-01', [document], plan, { ...newer, ...accepted('2026-03-21') })).toEqual([]);
  });

  it('of another criterion of the same kind does not count', () => {
    const other = submitted('other', '2026-03-20', aDocument, { criterionKey: 'other', ...accepted('2026-03-21') });
    expect(ranOut('2026-04-01', [document], plan, other)).toMatchObject([{ evidenceId: 'plan' }]);
    expect(ranOut('2026-06-01', [document], other)).toEqual([]);
  });

  it('of another kind under the same key does not count', () => {
    const signed = submitted('signed', '2026-03-01', aSignOff, accepted('2026-03-02'));
    expect(ranOut('2026-06-01', [document], signed)).toEqual([]);
  });

  it('of a criterion that is not asked of the risk tier is left alone', () => {
    expect(ranOut('2026-04-01', [{ ...document, riskTiers: ['HIGH'] }], plan)).toEqual([]);
    expect(ranOut('2026-04-01', [{ ...document, riskTiers: ['HIGH', 'LIMITED'] }], plan)).toHaveLength(1);
  });

  it.each([
    ['ACTIVE', 1],
    ['ON_HOLD', 1],
    ['KILLED', 0],
    ['RETIRED', 0],
  ] as const)('of an initiative that is %s is told %d times', (status, times) => {
    const initiative = { status, riskTier: 'LIMITED' } as const;
    expect(ranOutBy(day('2026-04-01'), templateOf(document), initiative, [plan])).toHaveLength(times);
  });

  it('is told in the order in which it ran out', () => {
    const drill = submitted('drill', '2025-11-01', aCheck('2025-11-01'), { criterionKey: 'alerts' });
    expect(ranOut('2026-06-01', [document, check], plan, drill).map(({ evidenceId }) => evidenceId)).toEqual([
      'drill',
      'plan',
    ]);
    expect(ranOut('2026-06-01', [check, document], plan, drill).map(({ evidenceId }) => evidenceId)).toEqual([
      'drill',
      'plan',
    ]);
  });
});

describe('the newest result of an external check', () => {
  const drill = (id: string, on: string, passed: boolean, submittedOn = on) =>
    submitted(id, submittedOn, aCheck(on, { passed }), { criterionKey: 'alerts', effectiveOn: day(on) });

  it('is the one checked last, whenever it was reported', () => {
    const late = drill('late', '2026-01-01', true, '2026-02-01');
    expect(ranOut('2026-04-15', [check], drill('newer', '2026-01-20', true), late)).toEqual([]);
  });

  it('that failed never held, so nothing runs out', () => {
    expect(
      ranOut('2026-12-01', [check], drill('passed', '2026-01-01', true), drill('failed', '2026-02-01', false)),
    ).toEqual([]);
  });
});

describe('the criteria to look at', () => {
  it('are those whose evidence runs out', () => {
    const template = templateOf(document, aCriterion('SIGN_OFF', { key: 'owner' }), check);
    expect(perishableCriteria(day('2026-04-01'), template)).toEqual([
      { key: 'criterion', ranOutIfBefore: '2026-03-02' },
      { key: 'alerts', ranOutIfBefore: '2026-01-01' },
    ]);
  });

  it('find exactly the evidence that has run out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -400, max: 400 }), (validForDays, daysAgo) => {
        const today = day('2026-04-01');
        const effectiveOn = addDays(today, -daysAgo);
        const template = templateOf({ ...document, validForDays });
        const evidence = submitted('plan', '2026-01-01', aDocument, { ...accepted('2026-01-02'), effectiveOn });
        const [look] = perishableCriteria(today, template);
        const found = effectiveOn < look!.ranOutIfBefore;
        expect(ranOutBy(today, template, LIVE, [evidence])).toHaveLength(found ? 1 : 0);
      }),
    );
  });
});
