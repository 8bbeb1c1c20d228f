import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeTrail, type Stamp, type TrailEvent } from '../../initiatives/commands/initiative-trail.js';
import {
  BenefitsReviewRepository,
  type Completion,
  type NewBenefitsReview,
} from '../persistence/benefits-review.repository.js';
import type { BenefitsReview } from '../queries/benefits-reviews.js';

/** Writes each step of a review of benefits, with its one audit event. It decides nothing; the initiative must be locked. */
@Injectable()
export class BenefitsBook {
  constructor(
    private readonly repository: BenefitsReviewRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  /** Opens a review in the name of the system. */
  async open(tx: Tx, review: Omit<NewBenefitsReview, 'openedAt'>): Promise<void> {
    const { milestoneDays, productionEnteredOn, dueOn } = review;
    const stamp = this.trail.systemStamp();
    await this.repository.open(tx, { ...review, openedAt: stamp.at });
    const changes = { milestoneDays, productionEnteredOn, dueOn };
    await this.append(tx, review, stamp, { action: 'benefitsReview.opened', changes });
  }

  async complete(tx: Tx, viewer: Viewer, review: BenefitsReview, answer: Omit<Completion, 'at' | 'by'>): Promise<void> {
    const stamp = this.trail.stamp(viewer);
    await this.repository.complete(tx, review.id, { ...answer, ...stamp });
    const { outcome, note, snapshot } = answer;
    const changes = { milestoneDays: review.milestoneDays, outcome, note, kpis: snapshot };
    await this.append(tx, review, stamp, { action: 'benefitsReview.completed', changes });
  }

  private append(
    tx: Tx,
    { id, initiativeId, portfolioId }: Pick<BenefitsReview, 'id' | 'initiativeId' | 'portfolioId'>,
    stamp: Stamp,
    event: TrailEvent,
  ): Promise<void> {
    return this.trail.append(tx, { id: initiativeId, portfolioId }, stamp, {
      subjectType: 'BenefitsReview',
      subjectId: id,
      ...event,
    });
  }
}
