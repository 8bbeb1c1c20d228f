import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_TRAITS, type ClassificationRule, type RulesVersion, type WorkTraits } from './classification-rule.js';
import { classifierOf, isOtherwise, matches, type WorkToClassify } from './classify.js';

const rule = (other: Partial<ClassificationRule> = {}): ClassificationRule => ({
  name: 'Change',
  connectionId: null,
  labels: [],
  components: [],
  ticketTypes: [],
  projectKeys: [],
  categoryKey: 'PEOPLE_PROCESS',
  initiativeKey: null,
  criterionKey: null,
  ...other,
});

const work = (other: Partial<WorkToClassify> = {}): WorkToClassify => ({
  ...NO_TRAITS,
  statedCategoryKey: null,
  defaultCategoryKey: null,
  ...other,
});

const version = (...rules: ClassificationRule[]): RulesVersion => ({ version: 7, rules });

describe('a rule', () => {
  it.each<[string, Partial<ClassificationRule>, Partial<WorkTraits>]>([
    ['label', { labels: ['training', 'change'] }, { labels: ['urgent', 'change'] }],
    ['component', { components: ['rollout'] }, { components: ['rollout', 'core'] }],
    ['ticket type', { ticketTypes: ['Story', 'Task'] }, { ticketType: 'Task' }],
    ['project', { projectKeys: ['OPS'] }, { projectKey: 'OPS' }],
    ['connection', { connectionId: 'c-1' }, { connectionId: 'c-1' }],
  ])('matches by any value of a %s, and not without it', (_, asks, has) => {
    expect(matches(rule(asks), work(has))).toBe(true);
    expect(matches(rule(asks), work())).toBe(false);
  });

  it('does not match work that has something else there', () => {
    const asks = rule({ labels: ['change'], ticketTypes: ['Task'], projectKeys: ['OPS'], connectionId: 'c-1' });
    const has = { labels: ['change'], ticketType: 'Task', projectKey: 'OPS', connectionId: 'c-1' };
    expect(matches(asks, work(has))).toBe(true);
    for (const other of [{ labels: ['chang'] }, { ticketType: 'Bug' }, { projectKey: 'OP' }, { connectionId: 'c-2' }]) {
      expect(matches(asks, work({ ...has, ...other }))).toBe(false);
    }
  });

  it('looks at a label only among labels, and at a component only among components', () => {
    expect(matches(rule({ labels: ['change'] }), work({ components: ['change'], ticketType: 'change' }))).toBe(false);
    expect(matches(rule({ components: ['change'] }), work({ labels: ['change'], projectKey: 'change' }))).toBe(false);
  });

  it('reads texts in whichever case, form and spacing they are written', () => {
    const asks = rule({ labels: [' Schulung für Überflieger '], projectKeys: ['ops'] });
    expect(matches(asks, work({ labels: ['SCHULUNG FÜR U\u0308BERFLIEGER'], projectKey: ' OPS' }))).toBe(true);
    expect(matches(rule({ labels: ['Straße'] }), work({ labels: ['STRASSE'] }))).toBe(false);
  });
});

describe('the category of work', () => {
  const rules = version(
    rule({ name: 'Links only', labels: ['change'], categoryKey: null, initiativeKey: 'AI-1' }),
    rule({ name: 'Change', labels: ['change'] }),
    rule({ name: 'All of OPS', projectKeys: ['OPS'], categoryKey: 'TECHNOLOGY_DATA' }),
  );

  it('is the one stated, whatever rules and defaults say', () => {
    const stated = work({ statedCategoryKey: 'ALGORITHMS', labels: ['change'], defaultCategoryKey: 'TECHNOLOGY_DATA' });
    expect(classifierOf(rules)(stated)).toEqual({
      categoryKey: 'ALGORITHMS',
      categorySource: 'STATED',
      ruleName: null,
      rulesVersion: null,
    });
  });

  it('is else that of the first matching rule that gives one; a rule that only names an initiative gives none', () => {
    const both = work({ labels: ['change'], projectKey: 'OPS', defaultCategoryKey: 'ALGORITHMS' });
    expect(classifierOf(rules)(both)).toEqual({
      categoryKey: 'PEOPLE_PROCESS',
      categorySource: 'RULE',
      ruleName: 'Change',
      rulesVersion: 7,
    });
    expect(classifierOf(rules)({ ...both, labels: [] })).toMatchObject({
      categoryKey: 'TECHNOLOGY_DATA',
      ruleName: 'All of OPS',
    });
  });

  it("is else the initiative's default", () => {
    expect(classifierOf(rules)(work({ defaultCategoryKey: 'ALGORITHMS' }))).toEqual({
      categoryKey: 'ALGORITHMS',
      categorySource: 'DEFAULT',
      ruleName: null,
      rulesVersion: 7,
    });
  });

  it('is else none, and never guessed', () => {
    const none = { categoryKey: null, categorySource: 'NONE', ruleName: null };
    expect(classifierOf(rules)(work({ labels: ['changes'] }))).toEqual({ ...none, rulesVersion: 7 });
    expect(classifierOf(null)(work({ labels: ['change'] }))).toEqual({ ...none, rulesVersion: null });
  });

  it('is otherwise when category, source or rule are, and not for a newer version alone', () => {
    const now = classifierOf(rules)(work({ labels: ['change'] }));
    expect(isOtherwise(now, { ...now, rulesVersion: 8 })).toBe(false);
    expect(isOtherwise(now, { ...now, categoryKey: 'ALGORITHMS' })).toBe(true);
    expect(isOtherwise(now, { ...now, categorySource: 'DEFAULT' })).toBe(true);
    expect(isOtherwise(now, { ...now, ruleName: 'Training' })).toBe(true);
  });
});

describe('whatever rules there are', () => {
  const text = fc.constantFrom('a', 'b', 'c', 'A', ' b');
  const list = fc.array(text, { maxLength: 3 });
  const someRule = fc.record({
    name: fc.constantFrom('one', 'two', 'three'),
    connectionId: fc.option(fc.constantFrom('x', 'y')),
    labels: list,
    components: list,
    ticketTypes: list,
    projectKeys: list,
    categoryKey: fc.option(fc.constantFrom('P', 'T', 'A')),
    initiativeKey: fc.constant('AI-1'),
    criterionKey: fc.constant(null),
  });
  const someRules = fc
    .array(someRule, { maxLength: 6 })
    .map((rules) => version(...rules.map((each, index) => ({ ...each, name: `${each.name} ${index}` }))));
  const someWork = fc.record({
    labels: list,
    components: list,
    ticketType: fc.option(text),
    projectKey: fc.option(text),
    connectionId: fc.option(fc.constantFrom('x', 'y')),
    statedCategoryKey: fc.option(fc.constantFrom('P', 'T'), { freq: 2 }),
    defaultCategoryKey: fc.option(fc.constantFrom('P', 'T')),
  });

  it('the first that matches and gives a category wins: those behind it, and those that give none, change nothing', () => {
    fc.assert(
      fc.property(someRules, someWork, (rules, sent) => {
        const asked = { ...sent, statedCategoryKey: null };
        const first = rules.rules.find((each) => each.categoryKey !== null && matches(each, asked));
        const given = classifierOf(rules)(asked);
        expect(given.ruleName).toBe(first?.name ?? null);
        expect(given.categoryKey).toBe(first?.categoryKey ?? asked.defaultCategoryKey);
        const upToIt = first ? rules.rules.slice(0, rules.rules.indexOf(first) + 1) : rules.rules;
        const giving = upToIt.filter((each) => each.categoryKey !== null);
        expect(classifierOf(version(...giving))(asked)).toEqual(given);
      }),
    );
  });

  it('a stated category always holds', () => {
    fc.assert(
      fc.property(someRules, someWork, (rules, sent) => {
        const given = classifierOf(rules)({ ...sent, statedCategoryKey: 'A' });
        expect(given).toEqual({ categoryKey: 'A', categorySource: 'STATED', ruleName: null, rulesVersion: null });
      }),
    );
  });

  it('neither the order of values nor their case nor how often they stand there matters', () => {
    fc.assert(
      fc.property(someRules, someWork, (rules, sent) => {
        const turned = (values: readonly string[]) =>
          [...values, ...values].map((each) => each.toUpperCase()).reverse();
        const rewritten = rules.rules.map((each) => ({
          ...each,
          labels: turned(each.labels),
          components: turned(each.components),
          ticketTypes: turned(each.ticketTypes),
          projectKeys: turned(each.projectKeys),
        }));
        const again = { ...sent, labels: turned(sent.labels), components: turned(sent.components) };
        expect(classifierOf(version(...rewritten))(again)).toEqual(classifierOf(rules)(sent));
      }),
    );
  });

  it('a category is there if and only if a source gave it, and a rule is named if and only if it did', () => {
    fc.assert(
      fc.property(someRules, someWork, (rules, sent) => {
        const { categoryKey, categorySource, ruleName } = classifierOf(rules)(sent);
        expect(categoryKey === null).toBe(categorySource === 'NONE');
        expect(ruleName !== null).toBe(categorySource === 'RULE');
      }),
    );
  });
});
