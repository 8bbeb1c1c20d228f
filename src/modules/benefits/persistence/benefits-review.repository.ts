import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { BenefitsReviewEntity } from './benefits-review.entity.js';

export interface NewBenefitsReview {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly milestoneDays: number;
  readonly productionEnteredOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly openedAt: Instant;
}

export interface Completion {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: string;
  readonly note: string;
  /** Plain JSON. */
  readonly snapshot: readonly object[];
}

@Injectable()
export class BenefitsReviewRepository {
  async open(tx: Tx, review: NewBenefitsReview): Promise<void> {
    await tx.manager.insert(BenefitsReviewEntity, review);
  }

  async complete(tx: Tx, id: string, { at, by, outcome, note, snapshot }: Completion): Promise<void> {
    await tx.query(
      `UPDATE benefits_review SET completed_at = $2, completed_by = $3, outcome = $4, note = $5, snapshot = $6 WHERE id = $1`,
      [id, at, by, outcome, note, JSON.stringify(snapshot)],
    );
  }
}
