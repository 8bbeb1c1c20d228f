import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { GateReview } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateReviews } from './gate-reviews.js';

/** A review and its initiative, which stays locked until the transaction ends. */
export interface ReviewTable {
  readonly review: GateReview;
  readonly initiative: Initiative;
}

@Injectable()
export class ReviewTables {
  constructor(
    private readonly reviews: GateReviews,
    private readonly initiatives: Initiatives,
  ) {}

  /** Whoever votes or decides sits down here: the initiative is locked first, then the review is read as it stands. */
  async lockSeenBy(viewer: Viewer, reviewId: string, tx: Tx): Promise<ReviewTable | null> {
    const found = await this.reviews.seenBy(viewer, reviewId, tx);
    const initiative = found && (await this.initiatives.lockSeenBy(viewer, found.initiativeId, tx));
    const review = initiative && (await this.reviews.seenBy(viewer, reviewId, tx));
    return review && { review, initiative };
  }
}
