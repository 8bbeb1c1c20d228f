import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { Database } from '../../../platform/database/database.js';

const NOT_NOTED = `
  SELECT r.id FROM gate_review r
  WHERE r.portfolio_id = $1 AND r.status = 'OPEN' AND r.due_on < $2
    AND NOT EXISTS (SELECT 1 FROM overdue_review o WHERE o.review_id = r.id)
  ORDER BY r.due_on, r.requested_at, r.id`;

@Injectable()
export class OverdueReviews {
  constructor(private readonly database: Database) {}

  /** The open reviews that were due before a day and were not noted as overdue yet, the one due first first. */
  async notNoted(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(NOT_NOTED, [portfolioId, today]);
    return rows.map(({ id }) => id);
  }
}
