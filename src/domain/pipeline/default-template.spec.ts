import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TEMPLATE } from './default-template.js';
import { validateTemplate } from './validate-template.js';

const gates = DEFAULT_TEMPLATE.stages.flatMap(({ exitGate }) => (exitGate ? [exitGate] : []));
const criteria = gates.flatMap((gate) => gate.criteria);
const keysWhere = (isSo: (each: (typeof criteria)[number]) => boolean) => criteria.filter(isSo).map(({ key }) => key);

describe('the template that ships', () => {
  it('can be published', () => {
    expect(validateTemplate(DEFAULT_TEMPLATE)).toEqual([]);
  });

  it('goes from intake to operation in six stages, with their time boxes', () => {
    expect(
      DEFAULT_TEMPLATE.stages.map(({ key, category, timeBoxDays, exitGate }) => [
        key,
        category,
        timeBoxDays,
        exitGate?.key,
      ]),
    ).toEqual([
      ['intake', 'INTAKE', null, 'g0'],
      ['discovery', 'INTAKE', 45, 'g1'],
      ['poc', 'POC', 90, 'g2'],
      ['pilot', 'PILOT', 120, 'g3'],
      ['scale', 'PRODUCTION', 90, 'g4'],
      ['operate', 'PRODUCTION', null, undefined],
    ]);
  });

  it('has names that people know', () => {
    expect([DEFAULT_TEMPLATE.key, DEFAULT_TEMPLATE.name]).toEqual([
      'ai-poc-to-production',
      'AI, from proof of concept to production',
    ]);
    expect(DEFAULT_TEMPLATE.stages.map(({ name, exitGate }) => [name, exitGate?.name])).toEqual([
      ['Intake', 'Screen'],
      ['Discovery', 'PoC go'],
      ['PoC', 'Pilot go'],
      ['Pilot', 'Scale go'],
      ['Scale', 'Production acceptance'],
      ['Operate', undefined],
    ]);
  });

  it('asks for two votes only before scaling', () => {
    expect(gates.map(({ key, quorum, recycleLimit }) => [key, quorum, recycleLimit])).toEqual([
      ['g0', 1, 2],
      ['g1', 1, 2],
      ['g2', 1, 2],
      ['g3', 2, 2],
      ['g4', 1, 2],
    ]);
  });

  it('asks at each gate for its evidence', () => {
    expect(gates.map((gate) => gate.criteria.map(({ key, kind }) => `${key} ${kind}`))).toEqual([
      ['problem-statement DOCUMENT'],
      ['kpi-contract-draft KPI_CONTRACT', 'data-access DOCUMENT', 'ux-research UX_REVIEW'],
      [
        'kpi-contract KPI_CONTRACT',
        'technical-feasibility DOCUMENT',
        'ux-review-poc UX_REVIEW',
        'risk-assessment DOCUMENT',
        'independent-risk-review DOCUMENT',
        'run-owner SIGN_OFF',
      ],
      [
        'kpi-attainment KPI_ATTAINMENT',
        'ux-review UX_REVIEW',
        'monitoring-plan MONITORING_PLAN',
        'change-plan CHANGE_PLAN',
        'people-effort EFFORT_SHARE',
        'security-privacy DOCUMENT',
        'delivery-tickets TICKETS_DONE',
      ],
      [
        'alerts-live EXTERNAL_CHECK',
        'rollback-tested CHECKLIST',
        'training-done CHECKLIST',
        'support-handover SIGN_OFF',
        'kpi-in-production KPI_ATTAINMENT',
      ],
    ]);
  });

  it('blocks on everything but two criteria, and lets no condition stand in for the KPIs', () => {
    expect(keysWhere(({ weight }) => weight === 'SHOULD_MEET')).toEqual(['people-effort', 'delivery-tickets']);
    expect(keysWhere(({ veto }) => veto)).toEqual(['kpi-attainment']);
  });

  it('asks only initiatives of high risk for an independent review', () => {
    expect(
      criteria.filter(({ riskTiers }) => riskTiers !== null).map(({ key, riskTiers }) => [key, riskTiers]),
    ).toEqual([['independent-risk-review', ['HIGH']]]);
  });

  it('lets evidence about what changes run out', () => {
    expect(
      criteria.filter(({ validForDays }) => validForDays !== null).map(({ key, validForDays }) => [key, validForDays]),
    ).toEqual([
      ['independent-risk-review', 180],
      ['ux-review', 180],
      ['monitoring-plan', 180],
      ['change-plan', 180],
      ['alerts-live', 90],
    ]);
  });

  it('sets its thresholds', () => {
    expect(
      Object.fromEntries(
        criteria.filter(({ settings }) => Object.keys(settings).length > 0).map(({ key, settings }) => [key, settings]),
      ),
    ).toEqual({
      'kpi-contract-draft': { requireBaseline: false },
      'ux-research': { minParticipants: 3 },
      'kpi-contract': { requireBaseline: true },
      'ux-review-poc': { minParticipants: 5 },
      'ux-review': { minParticipants: 5 },
      'people-effort': { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 90 },
    });
  });

  it.each(criteria)('says of $key what is expected and shows an example of it', ({ guidance, example }) => {
    expect(guidance).toMatch(/^.{80,}[.]$/s);
    expect(example).toMatch(/^.{80,}[.]$/s);
  });
});
