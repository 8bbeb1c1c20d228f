import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access/system-viewer.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { isOverdue } from '../../../domain/gates/review-clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { OverdueReviews } from '../queries/overdue-reviews.js';
import { ReviewTables } from '../queries/review-table.js';

/**
 * Notes, at the beginning of a day of a portfolio, every open review that was to be decided before that day: once each, as
 * the audit event `gateReview.overdue`, the one due first first. What was decided meanwhile is let be.
 */
@Injectable()
export class NoteOverdueReviews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly overdue: OverdueReviews,
    private readonly tables: ReviewTables,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.overdue.notNoted(portfolioId, today), (id) => this.note(id, today));
  }

  private note(id: string, today: CalendarDate): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(SYSTEM, id, tx);
      const stamp = this.trail.stamp(SYSTEM);
      if (table && isOverdue(table.review, today) && (await this.repository.noteOverdue(tx, table.review, stamp.at))) {
        const { gateKey, dueOn } = table.review;
        await this.trail.append(tx, table.initiative, stamp, {
          action: 'gateReview.overdue',
          subjectType: 'GateReview',
          subjectId: id,
          changes: { gateKey, dueOn, on: today },
        });
      }
      return accept(null);
    });
  }
}
