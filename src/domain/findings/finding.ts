import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { TrendPeriod } from '../effort/trend.js';
import type { InitiativeFacts, RecordedEntry, StageCategory, StageDefinition } from '../gates/gate.js';
import type { GateOutcome } from '../gates/vote.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import type { SignalStanding } from '../signals/signal-standing.js';
import type { Limit, Span } from './crowd.js';

/** What is found of one initiative, the gravest first: the order in which findings of one level are told. */
export const INITIATIVE_FINDING_CODES = [
  'PRIMARY_UP_GUARDRAIL_BREACHED',
  'SIGNAL_BREACHED',
  'CONDITION_OVERDUE',
  'ZOMBIE',
  'GUARDRAIL_BREACHED',
  'POC_TRAP',
  'PROXY_DIVERGENCE',
  'TARGET_EASED',
  'MODEL_METRIC_ONLY',
  'VANITY_METRIC',
  'NO_GUARDRAIL',
  'BASELINE_AFTER_PILOT',
  'UX_TOO_LATE',
  'NO_MEASUREMENT',
  'EVIDENCE_STALE',
  'WAIVER_EXPIRING',
  'PLAN_WITHOUT_EFFORT',
  'EVIDENCE_EXPIRING',
] as const;
export type InitiativeFindingCode = (typeof INITIATIVE_FINDING_CODES)[number];

/** What is found of a portfolio, the gravest first. */
export const PORTFOLIO_FINDING_CODES = [
  'RUBBER_STAMP',
  'ALLOCATION_OFF_TARGET',
  'WIP_EXCEEDED',
  'POINT_SOLUTION',
] as const;
export type PortfolioFindingCode = (typeof PORTFOLIO_FINDING_CODES)[number];

/** All rules there are, in the order in which findings of one level are told. */
export const FINDING_CODES = [...INITIATIVE_FINDING_CODES, ...PORTFOLIO_FINDING_CODES] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Rising. */
export const FINDING_LEVELS = ['INFO', 'WARNING', 'CRITICAL'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** What a rule found: the sentence is made of the facts, so that anybody can check it. */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  /**
   * What it is about within its initiative or portfolio, the same as long as it is about that; '' where the rule tells all in
   * one. Of one code and subject there is at most one finding.
   */
  readonly subject: string;
  readonly level: FindingLevel;
  /** Since when it holds without a break, as far as what was recorded tells. */
  readonly since: Instant;
  /** It may have held before that too: the past was not looked at further back. */
  readonly mayBeOlder?: true;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is said of a finding on a day: its sentence, and the facts it is made of. */
export type Told = Pick<Finding, 'message' | 'facts'>;

/** An ACTIVE initiative that is stuck in its stage, and how long nothing has happened to it. */
export interface Stuck {
  readonly stageName: string;
  readonly stageCategory: StageCategory;
  readonly days: number;
  /** The first day on which it was stuck, measured as of now. */
  readonly stuckOn: CalendarDate;
  /** The last day on which somebody did something for it; null where nobody ever did. */
  readonly lastActivityOn: CalendarDate | null;
  readonly isZombie: boolean;
}

/** A stay in a stage as it was recorded, and since when another record stands in its place. */
export interface RecordedStay extends RecordedEntry {
  readonly stageKey: string;
  readonly category: StageCategory;
  /** Null: it lasts. */
  readonly leftAt: Instant | null;
}

/** From when to when a review went on; at most one of the two ends is set. */
export interface ReviewSpan {
  readonly gateKey: string;
  readonly requestedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

/**
 * All that the rules look at of an initiative. What was recorded after `at` is left out by the rules, so that the facts may
 * be those of later; what stands under a condition, a signal or a stage that is stuck is as of `at`.
 */
export interface FindingScene extends InitiativeFacts {
  readonly at: Instant;
  readonly status: InitiativeStatus;
  /** Of the template version it is on, in their order. */
  readonly stages: readonly StageDefinition[];
  /** Every stay that was ever recorded, in any order. */
  readonly stays: readonly RecordedStay[];
  /** Every review there ever was, in any order. */
  readonly reviews: readonly ReviewSpan[];
  /** Null while it is not stuck, or does not move. */
  readonly stuck: Stuck | null;
  /** Of the monitoring plan that counts. */
  readonly signals: readonly SignalStanding[];
}

/** One rule; every finding it makes of a scene. */
export type FindingRule = (scene: FindingScene) => readonly Finding<InitiativeFindingCode>[];

/** A stage with how many may stand in it, and who does and did. */
export interface LimitedStage {
  readonly stageKey: string;
  readonly name: string;
  /** Of every version of the template, oldest first; the first one counts for all time before it too. */
  readonly limits: readonly Limit[];
  /** When an initiative stood there ACTIVE or ON_HOLD; of a stage with too many those too that were over by then. */
  readonly stays: readonly Span[];
  /** Before it there may have been more than these; null: these are all. */
  readonly knownFrom: Instant | null;
}

/** The decisions of a gate: the last 20, and the first 20 of the GOs in a row that they end with. */
export interface GateHistory {
  readonly gateKey: string;
  readonly name: string;
  readonly decisions: readonly { readonly id: string; readonly outcome: GateOutcome; readonly decidedAt: Instant }[];
}

/** From when to when a live initiative was a CHAT_ASSISTANT of a business unit. */
export interface ChatAssistant extends Span {
  readonly businessUnit: string;
  readonly initiativeKey: string;
}

/** All that the rules look at of a portfolio. */
export interface PortfolioScene {
  readonly at: Instant;
  readonly timeZone: string;
  /** Those of its template that have a limit. */
  readonly stages: readonly LimitedStage[];
  readonly gates: readonly GateHistory[];
  readonly chatAssistants: readonly ChatAssistant[];
  /** The split of whole quarters that lie one after the other, to the last one that is over; the oldest first. */
  readonly quarters: readonly Pick<TrendPeriod, 'key' | 'label' | 'to' | 'shares'>[];
}

/** One rule; every finding it makes of a portfolio. */
export type PortfolioFindingRule = (scene: PortfolioScene) => readonly Finding<PortfolioFindingCode>[];
