import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateReviews } from './gate-reviews.js';

const NOT_NOTED = `
  SELECT r.id, r.initiative_id AS "initiativeId" FROM gate_review r
  WHERE r.portfolio_id = $1 AND r.status = 'OPEN' AND r.due_on < $2
    AND NOT EXISTS (SELECT 1 FROM overdue_review o WHERE o.review_id = r.id)
  ORDER BY r.due_on, r.requested_at, r.id`;

export type OverdueReview = Pick<GateReview, 'id' | 'initiativeId'>;

@Injectable()
export class OverdueReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: GateReviews,
  ) {}

  /** The open reviews that were due before a day and were not noted as overdue yet, the one due first first. */
  notNoted(portfolioId: string, today: CalendarDate): Promise<readonly OverdueReview[]> {
    return this.database.rows<OverdueReview>(NOT_NOTED, [portfolioId, today]);
  }

  /** The review as it stands in a transaction, while it is open; null after. */
  async stillOpen({ id, initiativeId }: OverdueReview, tx: Tx): Promise<GateReview | null> {
    const open = await this.reviews.openOfInitiatives([initiativeId], tx);
    return open.find((review) => review.id === id) ?? null;
  }
}
