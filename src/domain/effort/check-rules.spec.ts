import { describe, expect, it } from '@jest/globals';
import type { ClassificationRule } from './classification-rule.js';
import { checkRules, tidyRule, type RulesSurroundings } from './check-rules.js';

const around: RulesSurroundings = {
  categoryKeys: new Set(['PEOPLE_PROCESS']),
  initiativeKeys: new Set(['AI-1']),
  connectionIds: new Set(['connection-1']),
  ticketCriteria: new Map([['AI-1', new Set(['delivery'])]]),
};

const sound: ClassificationRule = {
  name: 'Change',
  connectionId: 'connection-1',
  labels: ['change'],
  components: ['rollout'],
  ticketTypes: ['Task'],
  projectKeys: ['OPS'],
  categoryKey: 'PEOPLE_PROCESS',
  initiativeKey: 'AI-1',
  criterionKey: 'delivery',
};

const NOTHING = { connectionId: null, labels: [], components: [], ticketTypes: [], projectKeys: [] };
const named = (index: number, other: Partial<ClassificationRule> = {}) => ({
  ...sound,
  name: `Rule ${index}`,
  ...other,
});
const check = (...rules: ClassificationRule[]) => checkRules(rules, around);
const codes = (...rules: ClassificationRule[]) =>
  check(...rules).map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);
const messages = (...rules: ClassificationRule[]) => check(...rules).map(({ message }) => message);

describe('a set of rules', () => {
  it('is fine with everything stated, with the least that is needed, and with no rule at all', () => {
    expect(check(sound)).toEqual([]);
    expect(check()).toEqual([]);
    for (const condition of ['connectionId', 'labels', 'components', 'ticketTypes', 'projectKeys'] as const) {
      expect(
        check({ ...sound, ...NOTHING, [condition]: sound[condition], initiativeKey: null, criterionKey: null }),
      ).toEqual([]);
    }
    expect(check({ ...sound, categoryKey: null })).toEqual([]);
  });

  it('has at most 200 rules', () => {
    expect(codes(...Array.from({ length: 200 }, (_, index) => named(index)))).toEqual([]);
    expect(check(...Array.from({ length: 201 }, (_, index) => named(index)))).toEqual([
      {
        code: 'INVALID',
        message: 'rules must be at most 200, and were 201. Join those that give the same.',
        field: ['input', 'rules'],
      },
    ]);
  });

  it('gives each rule a name of its own, in whichever case, of 1 to 200 characters', () => {
    expect(check(sound, named(1), { ...sound, name: 'CHANGE ' })).toEqual([
      {
        code: 'INVALID',
        message: 'An earlier rule is called "CHANGE " too. Each needs a name of its own.',
        field: ['input', 'rules', '2', 'name'],
      },
    ]);
    expect(codes(named(1, { name: '' }), named(2, { name: '' }), named(3, { name: 'x'.repeat(201) }))).toEqual([
      'INVALID input.rules.0.name',
      'INVALID input.rules.1.name',
      'INVALID input.rules.2.name',
    ]);
    expect(codes(named(1, { name: 'x'.repeat(200) }))).toEqual([]);
  });

  it('asks for something and gives something, in every rule', () => {
    expect(
      messages({ ...sound, ...NOTHING }, named(1, { categoryKey: null, initiativeKey: null, criterionKey: null })),
    ).toEqual([
      'The rule "Change" asks for nothing. State at least one of labels, components, ticketTypes, projectKeys and connectionId.',
      'The rule "Rule 1" gives nothing. State categoryKey, initiativeKey, or both.',
    ]);
    expect(codes({ ...sound, ...NOTHING })).toEqual(['INVALID input.rules.0']);
  });

  it('calls a rule without a name by its place', () => {
    expect(messages(sound, { ...sound, ...NOTHING, name: ' ' })).toEqual([
      'name must hold 1 to 200 characters that can be seen.',
      'The rule at place 1 asks for nothing. State at least one of labels, components, ticketTypes, projectKeys and connectionId.',
    ]);
  });

  it.each(['labels', 'components', 'ticketTypes', 'projectKeys'] as const)(
    'has at most 100 %s in a rule, each of 1 to 200 characters',
    (list) => {
      expect(codes({ ...sound, [list]: Array.from({ length: 100 }, String) })).toEqual([]);
      expect(codes({ ...sound, [list]: ['x'.repeat(200)] })).toEqual([]);
      for (const values of [Array.from({ length: 101 }, String), ['fine', ''], ['x'.repeat(201)]]) {
        expect(check({ ...sound, [list]: values })).toEqual([
          {
            code: 'INVALID',
            message: `${list} must be at most 100, each of 1 to 200 characters that can be seen.`,
            field: ['input', 'rules', '0', list],
          },
        ]);
      }
    },
  );

  it('refers to what the portfolio knows, and is told all that is wrong at once', () => {
    const other = { categoryKey: 'RESEARCH', initiativeKey: 'OTHER-1', connectionId: 'connection-2' };
    expect(check(named(1, { ...other, labels: [''] }))).toEqual([
      expect.objectContaining({ code: 'INVALID', field: ['input', 'rules', '0', 'labels'] }),
      {
        code: 'NOT_FOUND',
        message: 'The category "RESEARCH" was not found.',
        field: ['input', 'rules', '0', 'categoryKey'],
      },
      {
        code: 'NOT_FOUND',
        message: 'The initiative "OTHER-1" was not found.',
        field: ['input', 'rules', '0', 'initiativeKey'],
      },
      {
        code: 'NOT_FOUND',
        message: 'The connection "connection-2" was not found.',
        field: ['input', 'rules', '0', 'connectionId'],
      },
    ]);
  });
});

describe('a rule as it is kept', () => {
  it('has no space around its texts, and no value twice; the first way of writing it stays', () => {
    expect(
      tidyRule({
        name: ' Change ',
        connectionId: 'connection-1',
        labels: [' Change', 'change', 'Training', 'CHANGE '],
        components: ['b', 'a', 'B'],
        ticketTypes: ['Task '],
        projectKeys: [' OPS'],
        categoryKey: ' PEOPLE_PROCESS',
        initiativeKey: 'AI-1 ',
        criterionKey: ' delivery',
      }),
    ).toEqual({
      name: 'Change',
      connectionId: 'connection-1',
      labels: ['Change', 'Training'],
      components: ['b', 'a'],
      ticketTypes: ['Task'],
      projectKeys: ['OPS'],
      categoryKey: 'PEOPLE_PROCESS',
      initiativeKey: 'AI-1',
      criterionKey: 'delivery',
    });
    expect(tidyRule({ ...sound, categoryKey: null, initiativeKey: null, criterionKey: null })).toEqual({
      ...sound,
      categoryKey: null,
      initiativeKey: null,
      criterionKey: null,
    });
  });

  it('names a criterion only of the initiative it names, and only one that asks for tickets', () => {
    expect(check({ ...sound, criterionKey: 'delivery' })).toEqual([]);
    expect(codes({ ...sound, criterionKey: 'change-plan' })).toEqual(['NOT_FOUND input.rules.0.criterionKey']);
    expect(messages({ ...sound, initiativeKey: null })).toEqual([
      'criterionKey needs initiativeKey: say of which initiative the criterion is.',
    ]);
    // That the initiative is unknown is said once.
    expect(codes({ ...sound, initiativeKey: 'AI-9' })).toEqual(['NOT_FOUND input.rules.0.initiativeKey']);
  });
});
