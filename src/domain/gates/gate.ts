import type { CalendarDate } from '../basics/calendar-date.js';
import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import type { KpiFacts } from '../kpis/kpi.js';
import type { SignalStanding } from '../signals/signal-standing.js';
import type { StatusCategory } from '../tickets/ticket.js';
import type { ConditionFact } from './condition.js';
import type { EvidenceContent } from './evidence.js';
import type { WaiverFact } from './waiver.js';

export const STAGE_CATEGORIES = ['INTAKE', 'POC', 'PILOT', 'PRODUCTION'] as const;
export type StageCategory = (typeof STAGE_CATEGORIES)[number];

export const CRITERION_KINDS = [
  'KPI_CONTRACT',
  'KPI_ATTAINMENT',
  'UX_REVIEW',
  'MONITORING_PLAN',
  'CHANGE_PLAN',
  'DOCUMENT',
  'CHECKLIST',
  'SIGN_OFF',
  'EXTERNAL_CHECK',
  'TICKETS_DONE',
  'EFFORT_SHARE',
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export const CRITERION_WEIGHTS = ['MUST_MEET', 'SHOULD_MEET'] as const;
export type CriterionWeight = (typeof CRITERION_WEIGHTS)[number];

export const RISK_TIERS = ['MINIMAL', 'LIMITED', 'HIGH'] as const;
export type RiskTier = (typeof RISK_TIERS)[number];

export const CRITERION_STATUSES = [
  'MISSING',
  'SUBMITTED',
  'MET',
  'NOT_MET',
  'STALE',
  'WAIVED',
  'NOT_APPLICABLE',
] as const;
export type CriterionStatus = (typeof CRITERION_STATUSES)[number];

export interface CriterionDefinition {
  readonly key: string;
  readonly name: string;
  readonly kind: CriterionKind;
  readonly weight: CriterionWeight;
  readonly veto: boolean;
  readonly guidance: string;
  readonly example: string | null;
  readonly validForDays: number | null;
  /** Null: for all tiers. */
  readonly riskTiers: readonly RiskTier[] | null;
  /** Thresholds of the kind; checked against `criterion-settings.ts` when the template is published. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface GateDefinition {
  readonly key: string;
  readonly name: string;
  readonly quorum: number;
  readonly recycleLimit: number | null;
  readonly slaDays: number | null;
  readonly criteria: readonly CriterionDefinition[];
}

export interface StageDefinition {
  readonly key: string;
  readonly name: string;
  readonly category: StageCategory;
  readonly position: number;
  readonly timeBoxDays: number | null;
  readonly wipLimit: number | null;
  /** Null for the last stage. */
  readonly exitGate: GateDefinition | null;
}

export interface WorkflowTemplate {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly stages: readonly StageDefinition[];
}

/** One submission of evidence with its review, as the ledger holds it. */
export interface EvidenceFact {
  readonly id: string;
  readonly criterionKey: string;
  readonly content: EvidenceContent;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly effectiveOn: CalendarDate;
  readonly review: {
    readonly outcome: 'ACCEPTED' | 'RETURNED';
    readonly reviewedBy: string;
    readonly reviewedAt: Instant;
    readonly comment: string | null;
  } | null;
}

/** Effort in person-days as the ledger holds it; a reversal has negative personDays. */
export interface EffortFact {
  readonly categoryKey: string | null;
  readonly personDays: Decimal;
  readonly workedOn: CalendarDate;
  readonly recordedAt: Instant;
}

/** A ticket linked to a criterion of an initiative, with everything that was ever known of its status, oldest first. */
export interface TicketFact {
  readonly id: string;
  readonly key: string;
  readonly criterionKey: string;
  readonly linkedAt: Instant;
  /** Null: it is linked. */
  readonly unlinkedAt: Instant | null;
  readonly states: readonly {
    readonly statusCategory: StatusCategory;
    readonly statusName: string | null;
    readonly isDeleted: boolean;
    readonly recordedAt: Instant;
  }[];
}

/** An entry into a stage as it was recorded, and since when another record stands in its place. */
export interface RecordedEntry {
  readonly enteredAt: Instant;
  readonly recordedAt: Instant;
  /** Null: it stands. */
  readonly supersededAt: Instant | null;
}

/** Where the signals of the monitoring plan stood at one instant, by what was known then. */
export interface SignalsAt {
  readonly at: Instant;
  readonly standings: readonly SignalStanding[];
}

/**
 * Everything an assessment looks at: the whole recorded history of one initiative. What was recorded after the asked
 * instant is left out by the rules themselves, so the same facts answer for every past instant.
 */
export interface InitiativeFacts {
  readonly timeZone: string;
  /** Newest last; the last one recorded at or before the instant is in force. */
  readonly riskTiers: readonly { readonly riskTier: RiskTier; readonly recordedAt: Instant }[];
  /** Every entry into a stage of category PILOT that was ever recorded. */
  readonly pilotEntries: readonly RecordedEntry[];
  readonly evidence: readonly EvidenceFact[];
  readonly kpis: readonly KpiFacts[];
  readonly effort: readonly EffortFact[];
  /** Every link of a ticket to a criterion there ever was. */
  readonly tickets: readonly TicketFact[];
  /** Of every decision on the initiative, oldest first. */
  readonly conditions: readonly ConditionFact[];
  /** Of every criterion and gate, in any order. */
  readonly waivers: readonly WaiverFact[];
  /**
   * Readings are too many to be facts, so where a gate asks for them the standings of the instants that are asked about are
   * facts in their stead. Left out where no gate asks.
   */
  readonly signalsAt?: readonly SignalsAt[];
}

/** What one criterion says at one instant, and why. */
export interface CriterionAssessment {
  readonly criterion: CriterionDefinition;
  readonly status: CriterionStatus;
  /** True for a must-meet criterion that is neither MET, WAIVED nor NOT_APPLICABLE. */
  readonly blocks: boolean;
  /** One sentence: what is so. */
  readonly reason: string;
  /** One sentence: what would clear it, and who can; null when there is nothing to clear. */
  readonly remedy: string | null;
  /** The evidence the status rests on. */
  readonly evidenceId: string | null;
  /** The waiver the status rests on; null unless it is WAIVED. */
  readonly waiverId: string | null;
}
