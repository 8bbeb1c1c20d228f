import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { endangeredThrough } from '../../../domain/gates/review-clock.js';
import type { GateReview, GateReviewStatus } from '../../../domain/gates/review.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { REVIEW } from './gate-reviews.js';

/** Which reviews of a portfolio; null: any. */
export interface ReviewFilter {
  readonly status: GateReviewStatus | null;
  /** Due before this day; those without a due date are not. */
  readonly dueBefore: CalendarDate | null;
  readonly inDanger: boolean | null;
}

export interface CountedReviews extends Page<GateReview> {
  readonly totalCount: Promise<number>;
}

// $4 tells those in danger, and $5 by which day they are due. Whether a gate is ready is as of the last look.
const WHERE = `
  WHERE r.portfolio_id = $1 AND ($2::text IS NULL OR r.status = $2) AND ($3::date IS NULL OR r.due_on < $3)
    AND ($4::boolean IS NULL OR $4 = coalesce(r.status = 'OPEN' AND r.due_on <= $5::date AND NOT EXISTS (
      SELECT 1 FROM initiative_insight n WHERE n.initiative_id = r.initiative_id AND n.is_ready), false))`;
const NO_DAY = '9999-12-31' as CalendarDate;
const PAGE = `
  ${REVIEW} r ${WHERE} AND ($6::date IS NULL OR (coalesce(r.due_on, '${NO_DAY}'), r.requested_at, r.id) > ($6, $7::timestamptz, $8::uuid))
  ORDER BY coalesce(r.due_on, '${NO_DAY}'), r.requested_at, r.id LIMIT $9`;
const COUNT = `SELECT count(*) AS count FROM gate_review r ${WHERE}`;
const LIST = 'gateReviews';

@Injectable()
export class ReviewList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the reviews of a portfolio, what is due first first and what has no due date last. In danger is an open one that
   * is due within 14 days, or overdue, and whose gate is not ready; whoever filters by it has had what changed looked at before.
   */
  async page(
    { id, timeZone }: Pick<Portfolio, 'id' | 'timeZone'>,
    { status, dueBefore, inDanger }: ReviewFilter,
    first: number,
    after: string | null,
  ): Promise<CountedReviews> {
    const position = decodeCursor(LIST, after, ['date', 'instant', 'id']);
    const filter = [id, status, dueBefore, inDanger, endangeredThrough(dateAt(this.clock.now(), timeZone))];
    const rows = await this.database.rows<GateReview>(PAGE, [
      ...filter,
      ...(position ?? [null, null, null]),
      first + 1,
    ]);
    const count = async (): Promise<number> => (await this.database.row<{ count: number }>(COUNT, filter))?.count ?? 0;
    return {
      ...pageOf(rows, first, after, (row) => encodeCursor(LIST, [row.dueOn ?? NO_DAY, row.requestedAt, row.id])),
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }
}
