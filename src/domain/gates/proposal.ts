import type { CalendarDate } from '../basics/calendar-date.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import type { StandingCondition } from './condition.js';
import type { CriterionAssessment } from './gate.js';
import type { GateOutcome } from './vote.js';

/** A condition as it is proposed with a CONDITIONAL_GO. */
export interface ProposedCondition {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
  /** The criterion of the gate it covers; null for one that covers none. */
  readonly criterionKey: string | null;
}

/** An outcome with all that comes with it. */
export interface Proposal {
  readonly outcome: GateOutcome;
  readonly conditions: readonly ProposedCondition[];
  /** The stage a RECYCLE goes back to; null for every other outcome. */
  readonly recycleToStageKey: string | null;
}

/** All of an initiative and its gate that an outcome rests on, but for the votes. */
export interface GateScene {
  readonly status: InitiativeStatus;
  readonly assessments: readonly CriterionAssessment[];
  /** Of every earlier decision on the initiative. */
  readonly conditions: readonly StandingCondition[];
  /** The stage it stands in, and those of its template in order. */
  readonly stageKey: string;
  readonly stageKeys: readonly string[];
  /** How often this gate has sent the initiative back already, and how often it may; null for the default. */
  readonly recycles: number;
  readonly recycleLimit: number | null;
  /** In the portfolio's time zone. */
  readonly today: CalendarDate;
}
