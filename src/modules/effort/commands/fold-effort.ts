import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

/** How many deltas are folded in one transaction: few enough that a decision on one of their initiatives hardly waits. */
const AT_ONCE = 10_000;
const FOLD = 'SELECT effort_fold($1) AS folded';

/**
 * Folds what was recorded into the rollups, in one transaction for 10,000 sums of a day, person and category. Reports are
 * the same before and after: they add what is not folded yet. What belongs to an initiative that somebody is changing stays
 * for the next time. Answers how many were folded; 0 where another process is folding.
 */
@Injectable()
export class FoldEffort {
  constructor(private readonly database: Database) {}

  async run(): Promise<number> {
    let all = 0;
    for (;;) {
      const row = await this.database.row<{ folded: number }>(FOLD, [AT_ONCE]);
      if (!row?.folded) {
        return all;
      }
      all += row.folded;
    }
  }
}
