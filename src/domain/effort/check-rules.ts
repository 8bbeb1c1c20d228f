import { invalid, notFound, type Refusal } from '../basics/result.js';
import { isReadable, tidy, unreadable } from '../basics/text.js';
import { shown } from './check-entry.js';
import type { ClassificationRule, RuleConditions } from './classification-rule.js';
import { folded } from './classify.js';

/** What the rules of a portfolio may refer to, all of it of this portfolio. */
export interface RulesSurroundings {
  /** Every category that any scheme of the portfolio ever had. */
  readonly categoryKeys: ReadonlySet<string>;
  readonly initiativeKeys: ReadonlySet<string>;
  readonly connectionIds: ReadonlySet<string>;
  /** The criteria that ask for tickets to be done, by the key of the initiative. */
  readonly ticketCriteria: ReadonlyMap<string, ReadonlySet<string>>;
}

const MOST_RULES = 200;
const MOST_VALUES = 100;
const LONGEST = 200;
const AT = ['input', 'rules'];
const LISTS = ['labels', 'components', 'ticketTypes', 'projectKeys'] as const satisfies (keyof RuleConditions)[];

/** A rule as it is kept: every text in normal form without space at its ends, and no value of a list twice, in whichever case. */
export const tidyRule = (rule: ClassificationRule): ClassificationRule => ({
  name: tidy(rule.name),
  connectionId: rule.connectionId,
  labels: tidyList(rule.labels),
  components: tidyList(rule.components),
  ticketTypes: tidyList(rule.ticketTypes),
  projectKeys: tidyList(rule.projectKeys),
  categoryKey: rule.categoryKey === null ? null : tidy(rule.categoryKey),
  initiativeKey: rule.initiativeKey === null ? null : tidy(rule.initiativeKey),
  criterionKey: rule.criterionKey === null ? null : tidy(rule.criterionKey),
});

const tidyList = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.map(tidy).filter((value) => seen.size < seen.add(folded(value)).size);
};

/**
 * Everything that is wrong with a set of rules, each with its path below `input.rules`: at most 200 rules; a name of 1 to
 * 200 characters that no earlier rule has; at least one condition, each of at most 100 values of 1 to 200 characters; at
 * least one of category and initiative (else INVALID); a category, an initiative and a connection that the portfolio knows
 * (else NOT_FOUND). No rule at all is fine: then nothing is classified by rule.
 */
export const checkRules = (rules: readonly ClassificationRule[], around: RulesSurroundings): readonly Refusal[] => {
  const seen = new Set<string>();
  return [
    ...(rules.length > MOST_RULES
      ? [invalid(AT, `rules must be at most ${MOST_RULES}, and were ${rules.length}. Join those that give the same.`)]
      : []),
    ...rules.flatMap((rule, index) => {
      const path = [...AT, String(index)];
      const name = folded(rule.name);
      const isRepeated = seen.has(name);
      seen.add(name);
      return [
        ...checkName(rule.name, isRepeated, [...path, 'name']),
        ...checkConditions(rule, index, path),
        ...checkReferences(rule, around, path),
        ...checkCriterion(rule, around, [...path, 'criterionKey']),
      ];
    }),
  ];
};

const checkName = (name: string, isRepeated: boolean, field: readonly string[]): readonly Refusal[] => {
  const problem = unreadable('name', name, LONGEST);
  if (problem !== null) {
    return [invalid(field, problem)];
  }
  return isRepeated
    ? [invalid(field, `An earlier rule is called ${shown(name)} too. Each needs a name of its own.`)]
    : [];
};

const checkConditions = (rule: ClassificationRule, index: number, path: readonly string[]): readonly Refusal[] => {
  const isUnconditional = rule.connectionId === null && LISTS.every((list) => rule[list].length === 0);
  return [
    ...(isUnconditional
      ? [
          invalid(
            path,
            `${nameOf(rule, index)} asks for nothing. State at least one of labels, components, ticketTypes, projectKeys and connectionId.`,
          ),
        ]
      : []),
    ...(rule.categoryKey === null && rule.initiativeKey === null
      ? [invalid(path, `${nameOf(rule, index)} gives nothing. State categoryKey, initiativeKey, or both.`)]
      : []),
    ...LISTS.flatMap((list) =>
      rule[list].length <= MOST_VALUES && rule[list].every((value) => isReadable(value, LONGEST))
        ? []
        : [
            invalid(
              [...path, list],
              `${list} must be at most ${MOST_VALUES}, each of 1 to ${LONGEST} characters that can be seen.`,
            ),
          ],
    ),
  ];
};

const checkReferences = (
  { categoryKey, initiativeKey, connectionId }: ClassificationRule,
  around: RulesSurroundings,
  path: readonly string[],
): readonly Refusal[] => [
  ...unknown('category', categoryKey, around.categoryKeys, [...path, 'categoryKey']),
  ...unknown('initiative', initiativeKey, around.initiativeKeys, [...path, 'initiativeKey']),
  ...unknown('connection', connectionId, around.connectionIds, [...path, 'connectionId']),
];

/** A criterion is one of the initiative the same rule names, and takes tickets. */
const checkCriterion = (
  { criterionKey, initiativeKey }: ClassificationRule,
  { ticketCriteria }: RulesSurroundings,
  field: readonly string[],
): readonly Refusal[] => {
  if (criterionKey === null) {
    return [];
  }
  if (initiativeKey === null) {
    return [invalid(field, 'criterionKey needs initiativeKey: say of which initiative the criterion is.')];
  }
  const known = ticketCriteria.get(initiativeKey);
  return known === undefined || known.has(criterionKey)
    ? []
    : [notFound(`The criterion ${shown(criterionKey)} of ${initiativeKey} that asks for tickets to be done`, field)];
};

const unknown = (
  what: string,
  key: string | null,
  known: ReadonlySet<string>,
  field: readonly string[],
): readonly Refusal[] => (key === null || known.has(key) ? [] : [notFound(`The ${what} ${shown(key)}`, field)]);

/** How people find the rule: by its name, or by its place where it has none. */
const nameOf = ({ name }: ClassificationRule, index: number): string =>
  tidy(name) === '' ? `The rule at place ${index}` : `The rule ${shown(name)}`;
