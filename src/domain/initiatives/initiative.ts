import type { RiskTier } from '../gates/gate.js';
import type { Instant } from '../basics/instant.js';

export const INITIATIVE_STATUSES = ['ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const VALUE_THESES = ['PRODUCTIVITY', 'COST', 'GROWTH', 'RISK_REDUCTION', 'EXPERIENCE'] as const;
export type ValueThesis = (typeof VALUE_THESES)[number];

export const SOLUTION_TYPES = [
  'CHAT_ASSISTANT',
  'WORKFLOW_EMBEDDED',
  'DECISION_SERVICE',
  'AGENT',
  'PLATFORM_CAPABILITY',
] as const;
export type SolutionType = (typeof SOLUTION_TYPES)[number];

export const INVESTMENT_CLASSES = ['CORE', 'ADJACENT', 'TRANSFORMATIONAL'] as const;
export type InvestmentClass = (typeof INVESTMENT_CLASSES)[number];

/** What is said of an initiative and may be edited; every edit is a new version. */
export interface InitiativeAttributes {
  readonly name: string;
  readonly problem: string;
  readonly valueThesis: ValueThesis;
  readonly solutionType: SolutionType | null;
  readonly investmentClass: InvestmentClass;
  readonly riskTier: RiskTier;
  readonly businessUnit: string | null;
  readonly ownerId: string;
  readonly sponsorId: string | null;
  /** The category of its effort where neither the sender nor a rule gives one; null: none. */
  readonly defaultCategoryKey: string | null;
}

/** One AI initiative on its way from an idea to production. */
export interface Initiative extends InitiativeAttributes {
  readonly id: string;
  readonly key: string;
  readonly portfolioId: string;
  readonly templateId: string;
  readonly stageKey: string;
  readonly status: InitiativeStatus;
  readonly externalRef: string | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
