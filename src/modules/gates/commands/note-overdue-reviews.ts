import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { isOverdue } from '../../../domain/gates/review-clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { OverdueReviews, type OverdueReview } from '../queries/overdue-reviews.js';

/**
 * Notes, at the beginning of a day of a portfolio, every open review that was to be decided before that day: once each, as
 * the audit event `gateReview.overdue`, the one due first first. What was decided meanwhile is let be.
 */
@Injectable()
export class NoteOverdueReviews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly overdue: OverdueReviews,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.overdue.notNoted(portfolioId, today), (seen) => this.note(seen, today));
  }

  private note(seen: OverdueReview, today: CalendarDate): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lock(seen.initiativeId, tx);
      const review = await this.overdue.stillOpen(seen, tx);
      const stamp = this.trail.systemStamp();
      if (
        initiative &&
        review &&
        isOverdue(review, today) &&
        (await this.repository.noteOverdue(tx, review, stamp.at))
      ) {
        await this.trail.append(tx, initiative, stamp, {
          action: 'gateReview.overdue',
          subjectType: 'GateReview',
          subjectId: review.id,
          changes: { gateKey: review.gateKey, dueOn: review.dueOn, on: today },
        });
      }
      return accept(null);
    });
  }
}
