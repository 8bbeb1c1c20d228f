import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

const among = (portfolios: string): string => `
  SELECT p.id FROM (${portfolios}) p
  WHERE EXISTS (SELECT 1 FROM initiative_change c WHERE c.portfolio_id = p.id)
    OR EXISTS (SELECT 1 FROM pending_mark m WHERE m.portfolio_id = p.id)`;

const OF_INITIATIVES = among('SELECT DISTINCT portfolio_id AS id FROM initiative WHERE id = ANY($1)');
const OF_PORTFOLIO = among('SELECT $1::uuid AS id');
const PENDING = 'SELECT DISTINCT portfolio_id AS id FROM pending_mark';

/** Of which portfolios something changed that the rules do not know of yet. */
@Injectable()
export class UnmarkedChanges {
  constructor(private readonly database: Database) {}

  /** The portfolios of these initiatives of which something changed, in the feed already or not. */
  ofInitiatives(ids: readonly string[]): Promise<readonly string[]> {
    return this.ids(OF_INITIATIVES, [ids]);
  }

  /** The portfolio itself, if something of it changed. */
  ofPortfolio(portfolioId: string): Promise<readonly string[]> {
    return this.ids(OF_PORTFOLIO, [portfolioId]);
  }

  /** All portfolios of which something is in the feed and not marked. */
  pending(): Promise<readonly string[]> {
    return this.ids(PENDING);
  }

  private async ids(sql: string, parameters: readonly unknown[] = []): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}
