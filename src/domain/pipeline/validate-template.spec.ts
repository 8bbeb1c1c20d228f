import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CriterionDefinition, GateDefinition } from '../gates/gate.js';
import { DEFAULT_TEMPLATE } from './default-template.js';
import { validateTemplate, type TemplateDraft } from './validate-template.js';

type StageDraft = TemplateDraft['stages'][number];

const criterion = (changes: Partial<CriterionDefinition> = {}): CriterionDefinition => ({
  key: 'problem',
  name: 'Problem',
  kind: 'DOCUMENT',
  weight: 'MUST_MEET',
  veto: false,
  guidance: 'Say what hurts.',
  example: null,
  validForDays: null,
  riskTiers: null,
  settings: {},
  ...changes,
});

const gate = (changes: Partial<GateDefinition> = {}): GateDefinition => ({
  key: 'g0',
  name: 'Screen',
  quorum: 1,
  recycleLimit: null,
  slaDays: null,
  criteria: [criterion()],
  ...changes,
});

const stage = (key: string, changes: Partial<StageDraft> = {}): StageDraft => ({
  key,
  name: `The stage ${key}`,
  category: 'INTAKE',
  timeBoxDays: null,
  wipLimit: null,
  exitGate: null,
  ...changes,
});

const draft = (...stages: StageDraft[]): TemplateDraft => ({ key: 'small', name: 'Small', stages });
const gated = (key: string, index: number, changes: Partial<StageDraft> = {}): StageDraft =>
  stage(key, { exitGate: gate({ key: `g${index}`, criteria: [criterion({ key: `c${index}` })] }), ...changes });

const withGate = (changes: Partial<GateDefinition>): TemplateDraft =>
  draft(stage('intake', { exitGate: gate(changes) }), stage('done'));
const withCriterion = (changes: Partial<CriterionDefinition>): TemplateDraft =>
  withGate({ criteria: [criterion(changes)] });

const messages = (template: TemplateDraft): string[] => validateTemplate(template).map(({ message }) => message);
const fields = (template: TemplateDraft): string[] =>
  validateTemplate(template).map((refusal) => (refusal.field ?? []).join('.'));

const GATE = 'input.stages.0.exitGate';
const CRITERION = `${GATE}.criteria.0`;

describe('a template', () => {
  it('of two stages and a gate with one criterion can be published', () => {
    expect(validateTemplate(draft(gated('intake', 0), stage('done')))).toEqual([]);
  });

  it('has names and guidance that can be read, of a bounded length, and tells of all that have not', () => {
    expect(fields({ ...withCriterion({ name: ' ', guidance: '', example: '' }), name: 'x'.repeat(201) })).toEqual([
      'input.name',
      `${CRITERION}.name`,
      `${CRITERION}.guidance`,
      `${CRITERION}.example`,
    ]);
    expect(
      fields(withCriterion({ name: 'x'.repeat(200), guidance: 'x'.repeat(4000), example: '\u{1F600}'.repeat(4000) })),
    ).toEqual([]);
    expect(fields(draft(gated('intake', 0), stage('done', { name: '' })))).toEqual(['input.stages.1.name']);
    expect(fields(withGate({ name: '' }))).toEqual([`${GATE}.name`]);
  });

  it('has at least two stages', () => {
    expect(fields(draft())).toEqual(['input.stages']);
    expect(fields(draft(stage('intake')))).toEqual(['input.stages']);
  });

  it.each(['', 'Intake', '1st', '-a', 'a_b', 'a b', 'a'.repeat(41), 'intake\n'])('has no key %j', (key) => {
    expect(fields({ ...draft(gated('intake', 0), stage('done')), key })).toEqual(['input.key']);
    expect(fields(draft(gated(key, 0), stage('done')))).toEqual(['input.stages.0.key']);
    expect(fields(withGate({ key }))).toEqual([`${GATE}.key`]);
    expect(fields(withCriterion({ key }))).toEqual([`${CRITERION}.key`]);
  });

  it.each(['a', 'constructor', 'a-1', 'a'.repeat(40)])('may have the key %s', (key) => {
    expect(fields(draft(gated(key, 0), stage('done')))).toEqual([]);
  });

  it('has no two stages and no two gates of one key', () => {
    expect(fields(draft(gated('intake', 0), gated('intake', 1), stage('done')))).toEqual(['input.stages.1.key']);
    expect(fields(draft(gated('intake', 0), stage('poc', { exitGate: gate() }), stage('done')))).toEqual([
      'input.stages.1.exitGate.key',
    ]);
  });

  it('has no two criteria of one key, at different gates neither', () => {
    const again = gate({
      key: 'g1',
      criteria: [criterion({ key: 'c1' }), criterion({ key: 'c0' }), criterion({ key: 'c0' })],
    });
    expect(fields(draft(gated('intake', 0), stage('poc', { exitGate: again }), stage('done')))).toEqual([
      'input.stages.1.exitGate.criteria.1.key',
      'input.stages.1.exitGate.criteria.2.key',
    ]);
  });

  it('leads from each stage to the next by a gate, else the stages behind are named as unreachable', () => {
    const refusals = validateTemplate(draft(gated('intake', 0), stage('poc'), gated('pilot', 1), stage('done')));
    expect(refusals).toEqual([
      {
        code: 'TEMPLATE_UNREACHABLE_STAGE',
        message: 'The stage poc has no exit gate, so pilot, done can never be reached; give it a gate.',
        field: ['input', 'stages', '1', 'exitGate'],
      },
    ]);
  });

  it('ends without a gate', () => {
    expect(fields(draft(gated('intake', 0), gated('done', 1)))).toEqual(['input.stages.1.exitGate']);
  });

  it('never goes back to an earlier category', () => {
    const stages = [
      gated('intake', 0, { category: 'INTAKE' }),
      gated('scale', 1, { category: 'PRODUCTION' }),
      gated('poc', 2, { category: 'POC' }),
      gated('pilot', 3, { category: 'PILOT' }),
      stage('operate', { category: 'PRODUCTION' }),
    ];
    expect(fields(draft(...stages))).toEqual(['input.stages.2.category', 'input.stages.3.category']);
  });

  it.each([
    ['quorum', 1, 20],
    ['recycleLimit', 0, 20],
    ['slaDays', 1, 365],
  ] as const)('has gates whose %s is from %i to %i', (name, lowest, highest) => {
    expect(fields(withGate({ [name]: lowest }))).toEqual([]);
    expect(fields(withGate({ [name]: highest }))).toEqual([]);
    expect(fields(withGate({ [name]: lowest - 1 }))).toEqual([`${GATE}.${name}`]);
    expect(fields(withGate({ [name]: highest + 1 }))).toEqual([`${GATE}.${name}`]);
    expect(fields(withGate({ [name]: 1.5 }))).toEqual([`${GATE}.${name}`]);
  });

  it.each([
    ['timeBoxDays', 3650],
    ['wipLimit', 1000],
  ] as const)('has stages whose %s is from 1 to %i', (name, highest) => {
    const of = (value: number) => fields(draft(gated('intake', 0), stage('done', { [name]: value })));
    expect([of(1), of(highest)]).toEqual([[], []]);
    expect([of(0), of(highest + 1)]).toEqual([[`input.stages.1.${name}`], [`input.stages.1.${name}`]]);
  });

  it('asks for something at every gate', () => {
    expect(fields(withGate({ criteria: [] }))).toEqual([`${GATE}.criteria`]);
  });
});

describe('a criterion of a template', () => {
  it('is valid for 1 to 3650 days', () => {
    expect(fields(withCriterion({ validForDays: 1 }))).toEqual([]);
    expect(fields(withCriterion({ validForDays: 3650 }))).toEqual([]);
    expect(fields(withCriterion({ validForDays: 0 }))).toEqual([`${CRITERION}.validForDays`]);
    expect(fields(withCriterion({ validForDays: 3651 }))).toEqual([`${CRITERION}.validForDays`]);
  });

  it('is a veto only when it must be met', () => {
    expect(fields(withCriterion({ veto: true }))).toEqual([]);
    expect(fields(withCriterion({ veto: true, weight: 'SHOULD_MEET' }))).toEqual([`${CRITERION}.veto`]);
  });

  it('names each of its risk tiers once, and at least one', () => {
    expect(fields(withCriterion({ riskTiers: ['LIMITED', 'HIGH'] }))).toEqual([]);
    expect(fields(withCriterion({ riskTiers: [] }))).toEqual([`${CRITERION}.riskTiers`]);
    expect(fields(withCriterion({ riskTiers: ['HIGH', 'HIGH'] }))).toEqual([`${CRITERION}.riskTiers`]);
  });

  it('has the settings of its kind, and every one that is wrong is named', () => {
    expect(fields(withCriterion({ kind: 'UX_REVIEW', settings: { minParticipants: 0, rounds: 2 } }))).toEqual([
      `${CRITERION}.settings.rounds`,
      `${CRITERION}.settings.minParticipants`,
    ]);
  });
});

describe('the problems of a template', () => {
  it('come all at once', () => {
    const bad = draft(
      stage('Intake', { timeBoxDays: 0, category: 'POC' }),
      stage('poc', {
        exitGate: gate({ quorum: 0, criteria: [criterion({ validForDays: 0, veto: true, weight: 'SHOULD_MEET' })] }),
      }),
    );
    expect(fields({ ...bad, key: 'Bad Key' })).toEqual([
      'input.key',
      'input.stages.0.key',
      'input.stages.0.exitGate',
      'input.stages.1.exitGate',
      'input.stages.1.category',
      'input.stages.0.timeBoxDays',
      'input.stages.1.exitGate.quorum',
      'input.stages.1.exitGate.criteria.0.validForDays',
      'input.stages.1.exitGate.criteria.0.veto',
    ]);
  });

  it('are found wherever a gate was left out of a template that was good', () => {
    const last = DEFAULT_TEMPLATE.stages.length - 1;
    fc.assert(
      fc.property(fc.subarray([...DEFAULT_TEMPLATE.stages.keys()].slice(0, last)), (ungated) => {
        const stages = DEFAULT_TEMPLATE.stages.map((each, index) =>
          ungated.includes(index) ? { ...each, exitGate: null } : each,
        );
        const refusals = validateTemplate({ ...DEFAULT_TEMPLATE, stages });
        expect(refusals.map(({ field }) => Number(field?.[2]))).toEqual(ungated);
        expect(refusals.every(({ code }) => code === 'TEMPLATE_UNREACHABLE_STAGE')).toBe(true);
      }),
    );
  });

  it('say which part is wrong, and what would be right', () => {
    const key =
      'key must be 1 to 40 small letters, digits and hyphens, beginning with a letter, for instance risk-assessment.';
    expect(messages({ ...draft(stage('intake')), key: 'Small', name: '' })).toEqual([
      key,
      'name must hold 1 to 200 characters that can be seen.',
      'A template has at least 2 stages, and this one has 1.',
    ]);
    const again = gate({ key: 'g0', quorum: 21, criteria: [criterion(), criterion({ guidance: '', example: ' ' })] });
    expect(
      messages(
        draft(
          gated('intake', 0, { category: 'PRODUCTION' }),
          stage('intake', { exitGate: again, timeBoxDays: 0.5 }),
          gated('done', 2, { wipLimit: 0, category: 'PILOT' }),
        ),
      ),
    ).toEqual([
      'Another stage has the key intake already; take a different one.',
      'Another gate has the key g0 already; take a different one.',
      'Another criterion of the template has the key problem already; take a different one.',
      'The last stage, done, leads nowhere, so it has no exit gate; leave the gate out or add a stage.',
      'The stage intake of category INTAKE comes after one of PRODUCTION; categories go INTAKE, POC, PILOT, PRODUCTION and never back.',
      'The stage done of category PILOT comes after one of PRODUCTION; categories go INTAKE, POC, PILOT, PRODUCTION and never back.',
      'timeBoxDays must be a whole number from 1 to 3650, and was 0.5.',
      'wipLimit must be a whole number from 1 to 1000, and was 0.',
      'quorum must be a whole number from 1 to 20, and was 21.',
      'guidance must hold 1 to 4000 characters that can be seen.',
      'example must hold 1 to 4000 characters that can be seen.',
    ]);
    expect(messages(withGate({ criteria: [] }))).toEqual([
      'The gate g0 asks for nothing; give it at least one criterion.',
    ]);
    expect(messages(withCriterion({ veto: true, weight: 'SHOULD_MEET', riskTiers: ['HIGH', 'HIGH'] }))).toEqual([
      'problem names a risk tier more than once.',
      'Only a MUST_MEET criterion can be a veto, and problem is SHOULD_MEET.',
    ]);
    expect(messages(withCriterion({ riskTiers: [] }))).toEqual([
      'problem applies to no risk tier; name at least one, or leave riskTiers out for all of them.',
    ]);
  });
});
