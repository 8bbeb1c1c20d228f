import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import {
  InitiativeFollowers,
  type Afterwards,
  type InitiativeChanged,
} from '../../initiatives/commands/initiative-followers.js';
import { ReclassifyLater } from './reclassify-later.js';

/**
 * Has the effort of an initiative follow its default category: where that changed, standing entries of open periods whose
 * category nobody stated and no rule gives are taken back and entered again. It is done once the change has committed, for
 * up to 15 seconds at once and the rest by a job.
 */
@Injectable()
export class FollowDefaultCategory {
  constructor(
    followers: InitiativeFollowers,
    private readonly later: ReclassifyLater,
  ) {
    followers.add((tx, change) => this.follow(tx, change));
  }

  private async follow(tx: Tx, { before, after, stamp }: InitiativeChanged): Promise<Afterwards | null> {
    if (before.defaultCategoryKey === after.defaultCategoryKey) {
      return null;
    }
    const begun = await this.later.begin(tx, { ...stamp, portfolioId: after.portfolioId }, after.id);
    return async () => {
      await this.later.hurry(begun);
    };
  }
}
