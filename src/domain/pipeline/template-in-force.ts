import type { Instant } from '../basics/instant.js';

/** One move of an initiative from a version of its template to another. */
export interface TemplateMove {
  readonly fromTemplateId: string;
  readonly toTemplateId: string;
  readonly migratedAt: Instant;
}

/** The template version an initiative is on, and how it came there. */
export interface TemplateHistory {
  readonly templateId: string;
  /** Oldest first. */
  readonly moves: readonly TemplateMove[];
}

/**
 * Which template version an initiative was on at an instant: that of its last move by then; before its first move the one
 * it began with; without any move the one it is on. Answers with the version's id.
 */
export const templateInForce = ({ templateId, moves }: TemplateHistory, at: Instant): string =>
  moves.findLast(({ migratedAt }) => migratedAt <= at)?.toTemplateId ?? moves[0]?.fromTemplateId ?? templateId;
