import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { CriterionDefinition } from '../../../domain/gates/gate.js';
import type { TemplateDraft } from '../../../domain/pipeline/validate-template.js';
import { ArgumentsPipe, ArgumentsRefused } from '../../../platform/graphql/arguments.pipe.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { draftOf } from './template-draft.js';
import { WorkflowTemplatePublishInput } from './template.inputs.js';

const read = async (input: object): Promise<TemplateDraft> =>
  draftOf(
    (await new ArgumentsPipe().transform(input, {
      type: 'body',
      data: 'input',
      metatype: WorkflowTemplatePublishInput,
    })) as WorkflowTemplatePublishInput,
  );

const withCriterion = (criterion: object) => ({
  key: 'small',
  name: 'Small',
  stages: [
    {
      key: 'intake',
      name: 'Intake',
      category: 'INTAKE',
      exitGate: {
        key: 'g0',
        name: 'Screen',
        criteria: [{ key: 'ux', name: 'UX', kind: 'UX_REVIEW', guidance: 'Watch.', ...criterion }],
      },
    },
    { key: 'done', name: 'Done', category: 'PRODUCTION' },
  ],
});

const criterionOf = async (criterion: object): Promise<CriterionDefinition | undefined> =>
  (await read(withCriterion(criterion))).stages[0]?.exitGate?.criteria[0];

const fieldsRefused = async (input: object): Promise<string[]> => {
  const error: unknown = await read(input).catch((thrown: unknown) => thrown);
  if (!(error instanceof ArgumentsRefused)) {
    throw error;
  }
  return error.refusals.map(({ field }) => (field ?? []).join('.'));
};

const CRITERION = 'input.stages.0.exitGate.criteria.0';

describe('the input of a template', () => {
  it('takes the defaults for what is left out, and for null', async () => {
    const expected = {
      weight: 'MUST_MEET',
      veto: false,
      example: null,
      validForDays: null,
      riskTiers: null,
      settings: {},
    };
    expect(await criterionOf({})).toMatchObject(expected);
    expect(await criterionOf({ weight: null, veto: null, example: null, settings: null })).toMatchObject(expected);
    const { stages } = await read(withCriterion({}));
    expect(stages[0]).toMatchObject({
      timeBoxDays: null,
      wipLimit: null,
      exitGate: { quorum: 1, recycleLimit: null, slaDays: null },
    });
    expect(stages[1]?.exitGate).toBeNull();
  });

  it('keeps settings as they were sent', async () => {
    const settings = new JsonScalar().parseValue({ minParticipants: 5, notes: { rounds: [1, 2] } });
    expect((await criterionOf({ settings }))?.settings).toEqual({ minParticipants: 5, notes: { rounds: [1, 2] } });
  });

  it.each(['constructor', 'toString', '__proto__'])('refuses settings that hold a field %s', async (name) => {
    const settings = new JsonScalar().parseValue({ notes: JSON.parse(`{"${name}": 5}`) as unknown });
    expect(await fieldsRefused(withCriterion({ settings }))).toEqual([`${CRITERION}.settings`]);
  });

  it.each([[[5]], ['5'], [5]])('refuses settings that are %j and no object', async (settings) => {
    expect(await fieldsRefused(withCriterion({ settings }))).toEqual([`${CRITERION}.settings`]);
  });

  it('cuts off space at the ends of texts, and makes empty what nobody can see', async () => {
    expect(await criterionOf({ name: ' UX ', guidance: '\u200B ', example: '  ' })).toMatchObject({
      name: 'UX',
      guidance: '',
      example: '',
    });
  });

  it('holds at most 30 stages', async () => {
    const stages = (count: number) =>
      Array.from({ length: count }, () => ({ key: 'a', name: 'A', category: 'INTAKE' }));
    expect((await read({ key: 'long', name: 'Long', stages: stages(30) })).stages).toHaveLength(30);
    expect(await fieldsRefused({ key: 'long', name: 'Long', stages: stages(31) })).toEqual(['input.stages']);
  });
});
