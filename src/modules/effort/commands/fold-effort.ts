import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Deltas } from '../queries/deltas.js';

/** How many deltas are folded in one transaction: few enough that who moves or describes an initiative hardly waits. */
const AT_ONCE = 10_000;
/** Where much is recorded all the while, something else has its turn too. */
const MOST_BATCHES = 50;
const FOLD = 'SELECT effort_fold($1) AS folded';

/**
 * Folds what was recorded into the rollups, in one transaction for 10,000 sums of a day, person and category. Reports are
 * the same before and after: they add what is not folded yet. A portfolio of which somebody is moving or describing an
 * initiative stays for the next time, and what is more than 500,000 sums. So does what is recorded meanwhile: of many sums that are folded
 * at once many meet in one rollup, and whoever runs after the writers folds few at a time. Answers how many were folded; 0 where another
 * process is folding.
 */
@Injectable()
export class FoldEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deltas: Deltas,
  ) {}

  async run(): Promise<number> {
    let all = 0;
    // The portfolio that has waited longest is folded first, so that each has its turn.
    let portfolios = await this.deltas.portfolios();
    for (let batch = 0; batch < MOST_BATCHES && portfolios > 0; batch += 1) {
      const folded = await this.fold();
      if (folded === 0) {
        break;
      }
      portfolios -= folded < AT_ONCE ? 1 : 0;
      all += folded;
    }
    return all;
  }

  private async fold(): Promise<number> {
    const result = await this.work.run(async (tx) => {
      const [row] = await tx.query<{ folded: number }>(FOLD, [AT_ONCE]);
      return accept(row?.folded ?? 0);
    });
    return result.ok ? result.value : 0;
  }
}
