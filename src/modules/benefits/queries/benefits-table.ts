import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { BenefitsReviews, type BenefitsReview } from './benefits-reviews.js';

/** A review of benefits and its initiative, which stays locked until the transaction ends. */
export interface BenefitsTable {
  readonly review: BenefitsReview;
  readonly initiative: Initiative;
}

@Injectable()
export class BenefitsTables {
  constructor(
    private readonly reviews: BenefitsReviews,
    private readonly initiatives: Initiatives,
  ) {}

  /** For whoever completes it: the initiative is locked first, then the review is read as it stands. */
  async lockSeenBy(viewer: Viewer, id: string, tx: Tx): Promise<BenefitsTable | null> {
    const found = await this.reviews.find(id, tx);
    const initiative = found && (await this.initiatives.lockSeenBy(viewer, found.initiativeId, tx));
    return initiative && { initiative, review: await this.reviews.get(id, tx) };
  }
}
