import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { StandingCondition } from '../gates/condition.js';
import type { EffortFact, StageCategory } from '../gates/gate.js';
import type { KpiFacts } from '../kpis/kpi.js';

/** The rules there are so far, in the order in which findings are told: those that need somebody first. */
export const FINDING_CODES = [
  'PRIMARY_UP_GUARDRAIL_BREACHED',
  'GUARDRAIL_BREACHED',
  'CONDITION_OVERDUE',
  'ZOMBIE',
  'POC_TRAP',
  'PLAN_WITHOUT_EFFORT',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export const FINDING_LEVELS = ['INFO', 'WARNING', 'CRITICAL'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** What a rule found: the sentence is made of the facts, so that anybody can check it. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  /** Since when it holds without a break, as far as what was recorded tells. */
  readonly since: Instant;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

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

/** All that the rules look at, as it was known at `at`. */
export interface FindingScene {
  readonly at: Instant;
  readonly timeZone: string;
  /** What was recorded after `at` is left out by the rules. */
  readonly kpis: readonly KpiFacts[];
  readonly conditions: readonly StandingCondition[];
  /** Since when a change plan has been MET; null while none is. */
  readonly changePlanMetSince: Instant | null;
  /** What was recorded after `at` is left out by the rules. */
  readonly effort: readonly EffortFact[];
  /** Null while it is not stuck, or does not move. */
  readonly stuck: Stuck | null;
}

/** One rule; every finding it makes of a scene. */
export type FindingRule = (scene: FindingScene) => readonly Finding[];
