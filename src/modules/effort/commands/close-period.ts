import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { mayClosePeriod } from '../../../domain/effort/closed-period.js';
import type { Days } from '../../../domain/effort/days.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { EffortPeriods, type EffortPeriod } from '../queries/effort-periods.js';
import { PeriodBook } from './period-book.js';

/**
 * Closes days of a portfolio's ledger of effort: from then on nothing is written into them but late entries that somebody
 * accepted. It takes ADMIN or PROGRAM_MANAGER. INVALID unless all of the days are over, in the portfolio's zone, and at
 * most ten years; WRONG_STATE where some are closed already. It waits for who is recording, and they for it, so what was
 * recorded before is in, and what comes after is late.
 */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly periods: EffortPeriods,
    private readonly book: PeriodBook,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    { from, to, note }: Days & { readonly note: string | null },
  ): Promise<Result<EffortPeriod>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.portfolios.seenBy(viewer, portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'effort:close', portfolio.id)) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      const { stamp, closed } = await this.book.open(tx, viewer, portfolio.id);
      const asked = { from, to, note: tidy(note ?? '') || null };
      const refusals = mayClosePeriod(asked, { today: dateAt(stamp.at, portfolio.timeZone), closed });
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const id = newId();
      await this.book.close(tx, stamp, {
        ...asked,
        id,
        personDays: await this.periods.personDaysOf(portfolio.id, asked, tx),
      });
      return accept(await this.periods.get(id, tx));
    });
  }
}
