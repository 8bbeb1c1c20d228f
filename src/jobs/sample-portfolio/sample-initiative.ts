import type { RiskTier } from '../../domain/gates/gate.js';
import type { GateOutcome } from '../../domain/gates/vote.js';
import type { InvestmentClass, SolutionType, ValueThesis } from '../../domain/initiatives/initiative.js';
import type { KpiClass, KpiDirection, KpiRole } from '../../domain/kpis/kpi.js';
import type { Gatekeeper, UnitKey } from './people.js';

/** A value as it is written, and how many cases it was measured on. */
export type Measured = readonly [value: string, sample: number];

export interface SampleKpi {
  readonly name: string;
  readonly unit: string;
  readonly role: KpiRole;
  readonly class: KpiClass;
  readonly direction: KpiDirection;
  /** Null: nobody has measured where it started. */
  readonly from: Measured | null;
  /** Target, or limit of a guardrail. */
  readonly target: string;
  /** Where it stands today; null where it is not measured yet. */
  readonly now: Measured | null;
}

/** Evidence for a criterion of the gate ahead. */
export type SampleEvidence =
  string | { readonly key: string; readonly daysAgo?: number; readonly flaw?: 'CRITICAL_FINDING' | 'NO_THRESHOLD' };

export interface SampleVote {
  readonly by: Gatekeeper;
  readonly outcome: GateOutcome | null;
  readonly comment: string | null;
}

/** How far the evidence for the gate ahead has come. */
export interface GateAhead {
  readonly accepted?: readonly SampleEvidence[];
  readonly returned?: readonly SampleEvidence[];
  readonly waiting?: readonly SampleEvidence[];
  /** A review that is open: asked for that many days ago, due in that many days (a negative number: overdue). */
  readonly review?: {
    readonly daysAgo: number;
    readonly dueIn: number;
    readonly note: string;
    readonly votes: readonly SampleVote[];
  };
}

/** A waiver of a criterion of the gate ahead, asked for that many days ago. */
export interface SampleWaiver {
  readonly criterionKey: string;
  readonly daysAgo: number;
  readonly endsIn: number;
  readonly reason: string;
  readonly control: string;
  /** Null: nobody has decided it yet. */
  readonly approved: { readonly daysAgo: number; readonly by: Gatekeeper; readonly comment: string } | null;
}

/** One row of the tables: what an initiative is, when it entered which stage, and where it stands today. Days count back from today. */
export interface SampleInitiative {
  readonly name: string;
  readonly problem: string;
  readonly is: readonly [UnitKey, ValueThesis, SolutionType, InvestmentClass, RiskTier];
  /** Who works with it, and on what. */
  readonly users: string;
  readonly cases: string;
  /** Days ago it entered intake, discovery, poc, pilot, scale, operate, as far as it came. */
  readonly entered: readonly number[];
  readonly kpis?: readonly SampleKpi[];
  readonly ahead?: GateAhead;
  /** The gate at the exit of a stage, by position, that was passed with a criterion still open, and what was to be done about it. */
  readonly passedUnder?: {
    readonly position: number;
    readonly criterionKey: string;
    readonly text: string;
    readonly dueIn: number;
  };
  readonly waiver?: SampleWaiver;
  readonly ended?: { readonly outcome: 'HOLD' | 'KILL'; readonly daysAgo: number; readonly rationale: string };
  /** Nothing was booked, measured or submitted since. */
  readonly quietSince?: number;
  readonly lastMeasured?: number;
  /** In Scale and later: days since the alerts were last tried, and whether that went well. */
  readonly alertCheck?: { readonly daysAgo: number; readonly passed: boolean };
  /** In production: its input has drifted beyond what was agreed, or nothing has been heard of its signals for weeks. */
  readonly signals?: 'DRIFTING' | 'SILENT';
  /** Nobody has booked people and process on it for some months. */
  readonly isWithoutPeopleEffort?: boolean;
}

type Way = readonly [from: Measured | null, target: string, now?: Measured];

const directionOf = ([from, target]: Way): KpiDirection =>
  from !== null && Number(target) < Number(from[0]) ? 'DECREASE' : 'INCREASE';

/** The business figure an initiative is for. */
export const primary = (name: string, unit: string, ...way: Way): SampleKpi => ({
  name,
  unit,
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: directionOf(way),
  from: way[0],
  target: way[1],
  now: way[2] ?? null,
});

/** The same where less is better and nobody knows yet where it starts. */
export const primaryDown = (name: string, unit: string, target: string): SampleKpi => ({
  ...primary(name, unit, null, target),
  direction: 'DECREASE',
});

/** A guardrail with a highest value. */
export const atMost = (name: string, unit: string, ...way: Way): SampleKpi => ({
  ...primary(name, unit, ...way),
  role: 'GUARDRAIL',
  class: 'RISK',
  direction: 'DECREASE',
});

/** A guardrail with a lowest value. */
export const atLeast = (name: string, unit: string, ...way: Way): SampleKpi => ({
  ...atMost(name, unit, ...way),
  direction: 'INCREASE',
});

/** How good the model is, watched from the proof of concept on. */
export const model = (name: string, unit: string, ...way: Way): SampleKpi => ({
  ...primary(name, unit, ...way),
  role: 'LEADING',
  class: 'MODEL',
});

export const vote = (by: Gatekeeper, outcome: GateOutcome | null, comment: string | null = null): SampleVote => ({
  by,
  outcome,
  comment,
});
