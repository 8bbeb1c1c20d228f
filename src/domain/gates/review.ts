import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
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
