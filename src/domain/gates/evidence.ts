import type { CalendarDate } from '../basics/calendar-date.js';
import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';

export const UX_METHODS = [
  'USABILITY_TEST',
  'HEURISTIC_EVALUATION',
  'FIELD_STUDY',
  'SURVEY',
  'ACCESSIBILITY_AUDIT',
] as const;
export type UxMethod = (typeof UX_METHODS)[number];

export const FINDING_SEVERITIES = ['CRITICAL', 'MAJOR', 'MINOR'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

export const SIGNAL_KINDS = ['KPI', 'DRIFT', 'QUALITY', 'LATENCY', 'COST', 'INCIDENT'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface UxReview {
  readonly kind: 'UX_REVIEW';
  readonly summary: string;
  readonly method: UxMethod;
  readonly participants: number;
  readonly conductedOn: CalendarDate;
  readonly susScore: Decimal | null;
  readonly taskSuccessPercent: Decimal | null;
  readonly findings: readonly {
    readonly severity: FindingSeverity;
    readonly title: string;
    readonly resolved: boolean;
  }[];
  readonly url: string | null;
}

export interface MonitoredSignal {
  readonly name: string;
  readonly kind: SignalKind;
  readonly kpiId: string | null;
  readonly warnAbove: Decimal | null;
  readonly warnBelow: Decimal | null;
  readonly breachAbove: Decimal | null;
  readonly breachBelow: Decimal | null;
  readonly cadenceHours: number;
  readonly alertChannel: string;
  readonly owner: string;
}

export interface MonitoringPlan {
  readonly kind: 'MONITORING_PLAN';
  readonly summary: string;
  readonly effectiveOn: CalendarDate;
  readonly signals: readonly MonitoredSignal[];
  readonly runbookUrl: string;
  readonly rollbackProcedure: string;
  readonly onCall: string;
  readonly reviewCadenceDays: number;
  readonly url: string | null;
}

export interface ChangePlan {
  readonly kind: 'CHANGE_PLAN';
  readonly summary: string;
  readonly effectiveOn: CalendarDate;
  readonly groups: readonly {
    readonly name: string;
    readonly people: number;
    readonly impact: string;
    readonly training: string;
  }[];
  readonly communications: string;
  readonly supportContact: string;
  readonly adoptionTargetPercent: Decimal;
  readonly adoptionTargetDate: CalendarDate;
  readonly changeOwner: string;
  readonly url: string | null;
}

export interface DocumentEvidence {
  readonly kind: 'DOCUMENT';
  readonly summary: string;
  readonly url: string;
  readonly effectiveOn: CalendarDate;
}

export interface Checklist {
  readonly kind: 'CHECKLIST';
  readonly summary: string;
  readonly effectiveOn: CalendarDate;
  readonly items: readonly { readonly label: string; readonly done: boolean; readonly note: string | null }[];
}

export interface SignOff {
  readonly kind: 'SIGN_OFF';
  readonly statement: string;
  readonly effectiveOn: CalendarDate;
}

export interface ExternalCheck {
  readonly kind: 'EXTERNAL_CHECK';
  readonly name: string;
  readonly passed: boolean;
  readonly url: string;
  readonly checkedAt: Instant;
  readonly externalId: string;
}

/** The content of a piece of evidence, by its kind, as it was submitted. */
export type EvidenceContent =
  UxReview | MonitoringPlan | ChangePlan | DocumentEvidence | Checklist | SignOff | ExternalCheck;
export type EvidenceKind = EvidenceContent['kind'];
