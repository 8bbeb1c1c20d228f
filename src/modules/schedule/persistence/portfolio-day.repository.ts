import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

const INSERT = `
  INSERT INTO portfolio_day (portfolio_id, begun_through) VALUES ($1, $2) ON CONFLICT (portfolio_id) DO NOTHING`;
const LOCK = 'SELECT 1 FROM portfolio_day WHERE portfolio_id = $1 FOR UPDATE';
const MOVE = 'UPDATE portfolio_day SET begun_through = $2 WHERE portfolio_id = $1';

@Injectable()
export class PortfolioDayRepository {
  /** Counts the days of a portfolio from a date on, unless they are counted already, and locks the count until the transaction ends. */
  async lock(tx: Tx, portfolioId: string, begunThrough: CalendarDate): Promise<void> {
    await tx.query(INSERT, [portfolioId, begunThrough]);
    await tx.query(LOCK, [portfolioId]);
  }

  /** The days through this date have begun. The database refuses to go back. */
  async move(tx: Tx, portfolioId: string, begunThrough: CalendarDate): Promise<void> {
    await tx.query(MOVE, [portfolioId, begunThrough]);
  }
}
