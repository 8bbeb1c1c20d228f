import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { StandingCondition } from './condition.js';
import type { GateOutcome, Vote } from './vote.js';

export const GATE_REVIEW_STATUSES = ['OPEN', 'DECIDED', 'CANCELLED'] as const;
export type GateReviewStatus = (typeof GATE_REVIEW_STATUSES)[number];

/** A review at the exit of a stage: gatekeepers vote in it until one of them decides. */
export interface GateReview {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly gateKey: string;
  readonly status: GateReviewStatus;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly dueOn: CalendarDate | null;
  readonly note: string | null;
  /** Of a CANCELLED one: when, by whom and why; else null. */
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: string | null;
  readonly cancelReason: string | null;
}

/** A vote as it was cast. */
export interface GateVote extends Vote {
  readonly reviewId: string;
  readonly comment: string | null;
  readonly castAt: Instant;
}

/** What was decided at a gate, on what, by whom; never changed. */
export interface GateDecision {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly reviewId: string;
  readonly gateKey: string;
  readonly outcome: GateOutcome;
  readonly rationale: string;
  readonly templateId: string;
  readonly fromStageKey: string;
  readonly toStageKey: string | null;
  /** Canonical JSON (RFC 8785). */
  readonly snapshot: string;
  readonly snapshotSha256: string;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
}

/** A condition of a CONDITIONAL_GO as it is kept: what was agreed, and how it was closed. */
export interface GateCondition extends StandingCondition {
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly decisionId: string;
  readonly closedBy: string | null;
  readonly closeNote: string | null;
  readonly closeUrl: string | null;
}
