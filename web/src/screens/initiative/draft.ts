import type {
  InitiativeCreateInput,
  InvestmentClass,
  RiskTier,
  SolutionType,
  ValueThesis,
} from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { INVESTMENT_CLASS } from '../../words/labels';

/** What is typed of a new initiative; an empty text is nothing. */
export type Draft = Record<
  | 'name'
  | 'problem'
  | 'valueThesis'
  | 'investmentClass'
  | 'riskTier'
  | 'solutionType'
  | 'ownerId'
  | 'sponsorId'
  | 'businessUnit'
  | 'defaultCategoryKey'
  | 'externalRef'
  | 'templateKey',
  string
>;

export const EMPTY_DRAFT: Draft = {
  name: '',
  problem: '',
  valueThesis: '',
  investmentClass: 'CORE',
  riskTier: 'LIMITED',
  solutionType: '',
  ownerId: '',
  sponsorId: '',
  businessUnit: '',
  defaultCategoryKey: '',
  externalRef: '',
  templateKey: '',
};

export const VALUE_THESES: Readonly<Record<ValueThesis, string>> = {
  PRODUCTIVITY: 'Productivity: the same work in less time',
  COST: 'Cost: less money spent',
  GROWTH: 'Growth: more business, or new business',
  RISK_REDUCTION: 'Risk reduction: fewer or smaller losses',
  EXPERIENCE: 'Experience: better for those who use it',
};

export const RISK_TIERS: Readonly<Record<RiskTier, string>> = {
  MINIMAL: 'Minimal: no decision about people rests on it',
  LIMITED: 'Limited: people know that they deal with it',
  HIGH: 'High: it bears on rights, safety, health or money of people',
};

export const CLASSES: Readonly<Record<InvestmentClass, string>> = {
  CORE: `${INVESTMENT_CLASS.CORE}: it betters what is done today`,
  ADJACENT: `${INVESTMENT_CLASS.ADJACENT}: it takes what is done today to new users or uses`,
  TRANSFORMATIONAL: `${INVESTMENT_CLASS.TRANSFORMATIONAL}: it makes something that is not done today`,
};

export const SOLUTION_TYPES: Readonly<Record<SolutionType, string>> = {
  WORKFLOW_EMBEDDED: 'A step inside a workflow people already use',
  DECISION_SERVICE: 'A service that scores, ranks or decides',
  AGENT: 'An agent that acts by itself within limits',
  PLATFORM_CAPABILITY: 'A capability that other solutions build on',
  CHAT_ASSISTANT: 'An assistant that people chat with',
};

const isNameOf = <N extends string>(names: Readonly<Record<N, string>>, name: string): name is N => name in names;

const nameOf = <N extends string>(names: Readonly<Record<N, string>>, name: string): N | null =>
  isNameOf(names, name) ? name : null;

const textOf = (text: string): string | null => text.trim() || null;

const missing = (field: keyof Draft, message: string): UserError => ({
  code: 'INVALID',
  message,
  field: ['input', field],
});

/** What has to be there before it is worth asking the server. */
export const missingIn = (draft: Draft): readonly UserError[] => [
  ...(textOf(draft.name) === null ? [missing('name', 'It needs a name.')] : []),
  ...(textOf(draft.problem) === null ? [missing('problem', 'Say which pain it is to relieve.')] : []),
  ...(nameOf(VALUE_THESES, draft.valueThesis) === null
    ? [missing('valueThesis', 'Choose the value it is expected to bring.')]
    : []),
];

/** The draft as the API takes it; what is left empty is left to the server. */
export const inputOf = (draft: Draft, portfolioKey: string): InitiativeCreateInput => ({
  portfolioKey,
  name: draft.name.trim(),
  problem: draft.problem.trim(),
  valueThesis: nameOf(VALUE_THESES, draft.valueThesis) ?? 'PRODUCTIVITY',
  investmentClass: nameOf(CLASSES, draft.investmentClass),
  riskTier: nameOf(RISK_TIERS, draft.riskTier),
  solutionType: nameOf(SOLUTION_TYPES, draft.solutionType),
  ownerId: textOf(draft.ownerId),
  sponsorId: textOf(draft.sponsorId),
  businessUnit: textOf(draft.businessUnit),
  defaultCategoryKey: textOf(draft.defaultCategoryKey),
  externalRef: textOf(draft.externalRef),
  templateKey: textOf(draft.templateKey),
});
