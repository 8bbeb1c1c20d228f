import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { checkReason } from '../../../domain/basics/reason.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { checkLateIds, LateBook, type LateSettled } from './late-book.js';

/**
 * Refuses late entries, row by row, for a reason of 1 to 4,000 characters: the closed period stays as it is, and they stay
 * visible with the reason. It takes ADMIN or PROGRAM_MANAGER. At most 5,000 ids a call, else INVALID. An id is NOT_FOUND
 * where the portfolio has no such late entry, WRONG_STATE where it was settled before.
 */
@Injectable()
export class RefuseLateEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: LateBook,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, portfolioKey: string, ids: readonly string[], reason: string): Promise<Result<LateSettled>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.book.portfolio(viewer, portfolioKey, tx);
      if (!portfolio) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      const refusals = [...checkLateIds(ids), ...checkReason(reason)];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const pending = await this.book.lock(tx, portfolio.id, await this.book.find(tx, portfolio.id, ids));
      const stamp = { portfolioId: portfolio.id, at: this.clock.now(), by: viewer.userId };
      await this.book.settle(tx, stamp, pending, 'REFUSED', tidy(reason));
      return accept(await this.book.outcomes(tx, portfolio.id, ids, pending));
    });
  }
}
