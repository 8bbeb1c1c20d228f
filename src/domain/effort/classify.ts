import { tidy } from '../basics/text.js';
import type { ClassificationRule, RuleConditions, RulesVersion, WorkTraits } from './classification-rule.js';
import type { CategorySource } from './effort.js';

/** The category of an entry, and how it came by it. */
export interface Classification {
  /** Null with NONE. */
  readonly categoryKey: string | null;
  readonly categorySource: CategorySource;
  /** The rule that gave the category, with RULE. */
  readonly ruleName: string | null;
  /** The version of the rules that were asked; null where the category was stated, and where there were none. */
  readonly rulesVersion: number | null;
}

/** What an entry is classified by. */
export interface WorkToClassify extends WorkTraits {
  /** The category its sender stated; null: none. */
  readonly statedCategoryKey: string | null;
  /** The default category of its initiative; null: none. */
  readonly defaultCategoryKey: string | null;
}

export type Classifier = (work: WorkToClassify) => Classification;

/** How texts of rules and of work are compared: in normal form, without space at their ends, in lower case. */
export const folded = (text: string): string => tidy(text).toLowerCase();

/**
 * Classifies work by the rules in force (null: there are none). The category stated on the entry holds; else that of the
 * first rule that matches and gives one; else the initiative's default; else there is none. A rule matches when every
 * condition it states does, and a condition when any of its values is among those of the work, in whichever case they are
 * written. A rule that only names an initiative classifies nothing.
 */
export const classifierOf = (inForce: RulesVersion | null): Classifier => {
  const rulesVersion = inForce?.version ?? null;
  const deciding = (inForce?.rules ?? []).flatMap((rule) =>
    rule.categoryKey === null ? [] : [{ categoryKey: rule.categoryKey, ruleName: rule.name, isMatch: matcherOf(rule) }],
  );
  return (work) => {
    if (work.statedCategoryKey !== null) {
      return { categoryKey: work.statedCategoryKey, categorySource: 'STATED', ruleName: null, rulesVersion: null };
    }
    const texts = textsOf(work);
    const first = deciding.find(({ isMatch }) => isMatch(texts));
    if (first) {
      const { categoryKey, ruleName } = first;
      return { categoryKey, categorySource: 'RULE', ruleName, rulesVersion };
    }
    const categoryKey = work.defaultCategoryKey;
    return { categoryKey, categorySource: categoryKey === null ? 'NONE' : 'DEFAULT', ruleName: null, rulesVersion };
  };
};

/** Whether work would be classified otherwise than it is: by category, source or rule. That only a newer version says the same is no difference. */
export const isOtherwise = (a: Classification, b: Classification): boolean =>
  a.categoryKey !== b.categoryKey || a.categorySource !== b.categorySource || a.ruleName !== b.ruleName;

/** Does the work meet every condition that the rule states? */
export const matches = (rule: ClassificationRule, work: WorkTraits): boolean => matcherOf(rule)(textsOf(work));

/** The texts of work that each kind of condition looks at, ready to be compared. */
type Texts = Readonly<Record<keyof RuleConditions, readonly string[]>>;

const textsOf = ({ labels, components, ticketType, projectKey, connectionId }: WorkTraits): Texts => ({
  labels: labels.map(folded),
  components: components.map(folded),
  ticketTypes: listOf(ticketType),
  projectKeys: listOf(projectKey),
  connectionId: listOf(connectionId),
});

const listOf = (text: string | null): readonly string[] => (text === null ? [] : [folded(text)]);

const matcherOf = (rule: RuleConditions): ((work: Texts) => boolean) => {
  const { labels, components, ticketTypes, projectKeys, connectionId } = rule;
  const stated = Object.entries({ labels, components, ticketTypes, projectKeys, connectionId: listOf(connectionId) })
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => ({ field: field as keyof Texts, values: new Set(values.map(folded)) }));
  return (work) => stated.every(({ field, values }) => work[field].some((text) => values.has(text)));
};
