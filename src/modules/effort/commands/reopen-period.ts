import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { mayReopenPeriod } from '../../../domain/effort/closed-period.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { EffortPeriods, type EffortPeriod } from '../queries/effort-periods.js';
import { PeriodBook } from './period-book.js';
import { ReclassifyLater } from './reclassify-later.js';

/**
 * Reopens a closed period, with a reason: what is sent for its days goes straight into the ledger again. It takes ADMIN.
 * Late entries that wait go on waiting for somebody to accept or refuse them, or for their source to send something newer.
 * Its effort follows the classification rules in force before the answer, as far as 15 seconds go; a job does the rest.
 * WRONG_STATE where it was reopened before; INVALID without a reason.
 */
@Injectable()
export class ReopenPeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly periods: EffortPeriods,
    private readonly book: PeriodBook,
    private readonly reclassify: ReclassifyLater,
  ) {}

  async run(viewer: Viewer, id: string, reason: string): Promise<Result<EffortPeriod>> {
    const reopened = await this.work.run(async (tx) => {
      const seen = await this.periods.seenBy(viewer, id, tx);
      if (!seen || !requireAccess(viewer, 'effort:reopen', seen.portfolioId)) {
        return refuse(notFound('The closed period', ['id']));
      }
      const { stamp } = await this.book.open(tx, viewer, seen.portfolioId);
      const period = await this.periods.get(id, tx);
      const { timeZone } = await this.portfolios.get(seen.portfolioId, tx);
      const reopenedOn = period.reopenedAt && dateAt(period.reopenedAt, timeZone);
      const refusals = mayReopenPeriod({ ...period, reopenedOn }, reason);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      await this.book.reopen(tx, stamp, period, tidy(reason));
      const begun = await this.reclassify.begin(tx, stamp, null);
      return accept({ period: await this.periods.get(id, tx), begun });
    });
    if (!reopened.ok) {
      return reopened;
    }
    await this.reclassify.hurry(reopened.value.begun);
    return accept(reopened.value.period);
  }
}
