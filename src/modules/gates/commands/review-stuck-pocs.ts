import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept } from '../../../domain/basics/result.js';
import { mayRequestReview } from '../../../domain/gates/request-review.js';
import { noteOnStuckPoc, stuckReviewDueOn } from '../../../domain/gates/review-stuck-poc.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { stageOf } from '../../templates/queries/templates.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { StuckPocs, type StuckTable } from '../queries/stuck-pocs.js';

/**
 * Asks, in the name of the system, for a review of every ACTIVE initiative of a portfolio that is STUCK or ZOMBIE in a stage
 * of category POC (product.md, the PoC trap): due in 14 days, once a visit to the stage, and not while a review is open.
 * Each is a transaction of its own: where one fails the others are asked for all the same, and then it throws. Run again it
 * asks for nothing twice. `today` is the day of the portfolio that begins; where it comes late, as after an outage, the days
 * that are told and the 14 days count on the day on which the system asks.
 */
@Injectable()
export class ReviewStuckPocs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stuckPocs: StuckPocs,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.stuckPocs.toBeAsked(portfolioId, today), (id) => this.ask(id));
  }

  private async ask(initiativeId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const table = await this.stuckPocs.lock(initiativeId, tx);
      if (table) {
        await this.request(tx, table);
      }
      return accept(null);
    });
  }

  private async request(tx: Tx, { stuck, initiative, surroundings }: StuckTable): Promise<void> {
    const { gate, openReview, template, timeZone } = surroundings;
    const stamp = this.trail.systemStamp();
    const today = dateAt(stamp.at, timeZone);
    const dueOn = stuckReviewDueOn(today);
    const gateKey = gate?.definition.key ?? null;
    const refusals = mayRequestReview({ status: initiative.status, gateKey, openReview, dueOn, today });
    if (refusals.length > 0 || gateKey === null) {
      return;
    }
    const review: GateReview = {
      id: newId(),
      portfolioId: initiative.portfolioId,
      initiativeId: initiative.id,
      gateKey,
      status: 'OPEN',
      requestedBy: stamp.by,
      requestedAt: stamp.at,
      dueOn,
      note: noteOnStuckPoc({ ...stuck, stageName: stageOf(template, initiative.stageKey).name }),
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: null,
    };
    await this.repository.insertReview(tx, review);
    await this.trail.append(tx, initiative, stamp, {
      action: 'gateReview.requested',
      subjectType: 'GateReview',
      subjectId: review.id,
      changes: { gateKey, dueOn, note: review.note },
    });
  }
}
