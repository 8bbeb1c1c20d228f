import { Injectable } from '@nestjs/common';
import { daysBehind, type PortfolioDays } from '../../../domain/schedule/days-to-begin.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** How far the days of one portfolio have begun. */
export interface DaysOfPortfolio extends PortfolioDays {
  readonly portfolioId: string;
}

const DAYS = `
  SELECT p.id AS "portfolioId", p.time_zone AS "timeZone", p.created_at AS "createdAt", d.begun_through AS "begunThrough"
  FROM portfolio p LEFT JOIN portfolio_day d ON d.portfolio_id = p.id`;
const ALL = `${DAYS} ORDER BY p.id`;
const ONE = `${DAYS} WHERE p.id = $1`;

@Injectable()
export class DaysOfPortfolios {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every portfolio with days that should have begun by now; the one least behind first, so that one with much to make up for keeps none waiting. */
  async behind(): Promise<readonly DaysOfPortfolio[]> {
    const now = this.clock.now();
    const all = await this.database.rows<DaysOfPortfolio>(ALL);
    return all.filter((days) => daysBehind(days, now) > 0).toSorted((a, b) => daysBehind(a, now) - daysBehind(b, now));
  }

  /** The days of one portfolio as they stand in a transaction; null where there is no such portfolio. */
  of(portfolioId: string, tx: Tx): Promise<DaysOfPortfolio | null> {
    return this.database.row<DaysOfPortfolio>(ONE, [portfolioId], tx);
  }

  /** By how many days the portfolio that is furthest behind is behind its calendar; 0 when all are up to date. */
  async mostBehind(): Promise<number> {
    const furthest = (await this.behind()).at(-1);
    return furthest ? daysBehind(furthest, this.clock.now()) : 0;
  }
}
