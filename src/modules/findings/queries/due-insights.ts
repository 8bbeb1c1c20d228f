import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { CHANGED, IS_DUE } from '../persistence/insight.repository.js';

/** What is due of a portfolio. */
export interface DueInPortfolio {
  /** At most one more than was asked for. */
  readonly initiatives: readonly string[];
  /** Those of them that changed themselves; the others are due by the clock, or by what became of others. */
  readonly changed: readonly string[];
}

interface DueRow {
  readonly id: string;
  readonly hasChanged: boolean;
}

const AMONG = `SELECT initiative_id AS id FROM initiative_insight WHERE initiative_id = ANY($1) AND ${IS_DUE}`;
// Those that changed come first.
const IN_PORTFOLIO = `
  SELECT initiative_id AS id, due_at = ${CHANGED} AS "hasChanged" FROM initiative_insight
  WHERE portfolio_id = $1 AND due_at <= $2 ORDER BY due_at LIMIT $3`;
const PORTFOLIO = `SELECT portfolio_id AS id FROM portfolio_insight WHERE portfolio_id = $1 AND ${IS_DUE}`;

/** What has to be looked at as of now. */
@Injectable()
export class DueInsights {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async among(ids: readonly string[]): Promise<readonly string[]> {
    return (await this.database.rows<DueRow>(AMONG, [ids, this.clock.now()])).map(({ id }) => id);
  }

  async inPortfolio(portfolioId: string, most: number): Promise<DueInPortfolio> {
    const rows = await this.database.rows<DueRow>(IN_PORTFOLIO, [portfolioId, this.clock.now(), most + 1]);
    return {
      initiatives: rows.map(({ id }) => id),
      changed: rows.filter(({ hasChanged }) => hasChanged).map(({ id }) => id),
    };
  }

  /** Whether the portfolio itself is. */
  async isPortfolioDue(portfolioId: string): Promise<boolean> {
    return (await this.database.row<DueRow>(PORTFOLIO, [portfolioId, this.clock.now()])) !== null;
  }
}
