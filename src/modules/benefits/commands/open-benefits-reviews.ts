import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { dueOnOf } from '../../../domain/benefits/milestones.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Launches } from '../queries/launches.js';
import { BenefitsBook } from './benefits-book.js';

/**
 * Opens, at the beginning of a day of a portfolio, the reviews of benefits that are due: 30, 60 and 90 days after an
 * initiative entered its first stage of category PRODUCTION, each once, in the name of the system, to be answered within 14
 * days. One that is KILLED or RETIRED is let be. A second run of a day finds nothing to do.
 */
@Injectable()
export class OpenBenefitsReviews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly launches: Launches,
    private readonly initiatives: Initiatives,
    private readonly book: BenefitsBook,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.launches.due(portfolioId, today), ({ initiativeId }) =>
      this.open(portfolioId, initiativeId, today),
    );
  }

  private open(portfolioId: string, initiativeId: string, today: CalendarDate): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      await this.initiatives.lock(initiativeId, tx);
      // What it owed before the lock may be out of date by now.
      const launch = await this.launches.dueOf(portfolioId, initiativeId, today, tx);
      if (launch) {
        const dueOn = dueOnOf(today);
        for (const milestoneDays of launch.milestones) {
          const review = { id: newId(), portfolioId, initiativeId, milestoneDays, dueOn };
          await this.book.open(tx, { ...review, productionEnteredOn: launch.enteredOn });
        }
      }
      return accept(null);
    });
  }
}
