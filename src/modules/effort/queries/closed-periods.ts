import { Injectable } from '@nestjs/common';
import type { Days } from '../../../domain/effort/days.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Days of a portfolio of which the ledger is closed, both included, and the closing that did it. */
export interface ClosedPeriod extends Days {
  readonly id: string;
}

const CLOSED = `
  SELECT id, first_day AS "from", last_day AS "to" FROM effort_period_closing
  WHERE portfolio_id = $1 AND reopened_at IS NULL ORDER BY first_day`;

@Injectable()
export class ClosedPeriods {
  constructor(private readonly database: Database) {}

  /**
   * The days of a portfolio that are closed now, the first ones first; no two share a day. Whoever is to rely on it for a
   * whole transaction holds the books of effort.
   */
  of(portfolioId: string, tx?: Tx): Promise<readonly ClosedPeriod[]> {
    return this.database.rows<ClosedPeriod>(CLOSED, [portfolioId], tx);
  }
}
