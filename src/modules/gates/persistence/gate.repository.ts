import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { GateCondition, GateDecision, GateReview, GateVote } from '../../../domain/gates/review.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateConditionEntity } from './gate-condition.entity.js';
import { GateDecisionEntity } from './gate-decision.entity.js';
import { GateReviewEntity } from './gate-review.entity.js';

const NOTE_OVERDUE = `
  INSERT INTO overdue_review (review_id, portfolio_id, noted_at) VALUES ($1, $2, $3)
  ON CONFLICT (review_id) DO NOTHING RETURNING review_id`;

@Injectable()
export class GateRepository {
  async insertReview(tx: Tx, review: GateReview): Promise<void> {
    await tx.manager.insert(GateReviewEntity, review);
  }

  /** Appends a vote; the initiative must be locked, for the sequence is the next one. */
  async insertVote(tx: Tx, portfolioId: string, vote: GateVote): Promise<void> {
    await tx.query(
      `INSERT INTO gate_vote (review_id, sequence, portfolio_id, voter_id, outcome, comment, cast_at)
       SELECT $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6 FROM gate_vote WHERE review_id = $1`,
      [vote.reviewId, portfolioId, vote.voterId, vote.outcome, vote.comment, vote.castAt],
    );
  }

  /** Notes a review as overdue; false where it was noted already. */
  async noteOverdue(tx: Tx, review: Pick<GateReview, 'id' | 'portfolioId'>, at: Instant): Promise<boolean> {
    const noted = await tx.query(NOTE_OVERDUE, [review.id, review.portfolioId, at]);
    return noted.length > 0;
  }

  async insertDecision(tx: Tx, decision: GateDecision): Promise<void> {
    await tx.manager.insert(GateDecisionEntity, decision);
    await tx.query("UPDATE gate_review SET status = 'DECIDED' WHERE id = $1", [decision.reviewId]);
  }

  async cancelReview(tx: Tx, { id, cancelledAt, cancelledBy, cancelReason }: GateReview): Promise<void> {
    await tx.query(
      `UPDATE gate_review SET status = 'CANCELLED', cancelled_at = $2, cancelled_by = $3, cancel_reason = $4 WHERE id = $1`,
      [id, cancelledAt, cancelledBy, cancelReason],
    );
  }

  async insertConditions(tx: Tx, conditions: readonly GateCondition[]): Promise<void> {
    await tx.manager.insert(GateConditionEntity, [...conditions]);
  }

  async breachCondition(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query(`UPDATE gate_condition SET status = 'BREACHED', breached_at = $2 WHERE id = $1`, [id, at]);
  }

  async closeCondition(tx: Tx, { id, closedAt, closedBy, closeNote, closeUrl }: GateCondition): Promise<void> {
    await tx.query(
      `UPDATE gate_condition SET status = 'CLOSED', closed_at = $2, closed_by = $3, close_note = $4, close_url = $5 WHERE id = $1`,
      [id, closedAt, closedBy, closeNote, closeUrl],
    );
  }
}
