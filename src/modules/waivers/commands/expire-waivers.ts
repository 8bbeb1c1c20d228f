import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Waivers } from '../queries/waivers.js';
import { WaiverBook } from './waiver-book.js';

/**
 * Writes down that waivers are over, which they are by their date alone (law 14): every one of a portfolio that is pending
 * or in force and whose last day is before `today`, the oldest first, in the name of the system. Each initiative is a
 * transaction of its own: one that fails keeps no other from being done, a run that is cut short is finished by the next
 * one, and a second run finds nothing to do.
 */
@Injectable()
export class ExpireWaivers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly waivers: Waivers,
    private readonly book: WaiverBook,
    private readonly clock: Clock,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.waivers.initiativesWithLapsed(portfolioId, today), (initiativeId) =>
      this.work.run(async (tx) => {
        await this.initiatives.lock(initiativeId, tx);
        await this.book.expire(tx, await this.waivers.lapsed(initiativeId, today, tx), this.clock.now());
        return accept(null);
      }),
    );
  }
}
