import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

const COUNT = 'SELECT count(*) AS count FROM effort_delta';
const PORTFOLIOS = 'SELECT count(DISTINCT portfolio_id) AS count FROM effort_delta';

@Injectable()
export class Deltas {
  constructor(private readonly database: Database) {}

  /** How many sums of the ledger are not folded into the rollups yet: reports add them up at each question. */
  async count(): Promise<number> {
    return (await this.database.row<{ count: number }>(COUNT))?.count ?? 0;
  }

  /** Of how many portfolios there are any. */
  async portfolios(): Promise<number> {
    return (await this.database.row<{ count: number }>(PORTFOLIOS))?.count ?? 0;
  }
}
