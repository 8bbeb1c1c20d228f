import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { log } from '../../../platform/logging.js';
import {
  InitiativeFollowers,
  type Afterwards,
  type InitiativeChanged,
} from '../../initiatives/commands/initiative-followers.js';
import { ReclassifyEffort, type BegunReclassification } from './reclassify-effort.js';
import { ReclassifyLater } from './reclassify-later.js';

/** A request goes on with a reclassification for so long; what is left then is done by a job. */
const LONGEST_REQUEST_MS = 15_000;

/**
 * Has the effort of an initiative follow its default category: where that changed, standing entries of open periods whose
 * category nobody stated and no rule gives are taken back and entered again. It is done once the change has committed, for
 * up to 15 seconds at once and the rest by a job.
 */
@Injectable()
export class FollowDefaultCategory {
  constructor(
    followers: InitiativeFollowers,
    private readonly reclassify: ReclassifyEffort,
    private readonly later: ReclassifyLater,
  ) {
    followers.add((tx, change) => this.follow(tx, change));
  }

  private async follow(tx: Tx, { before, after, stamp }: InitiativeChanged): Promise<Afterwards | null> {
    if (before.defaultCategoryKey === after.defaultCategoryKey) {
      return null;
    }
    const begun = await this.reclassify.begin(tx, { ...stamp, portfolioId: after.portfolioId }, after.id);
    await this.later.leave(tx, begun);
    return () => this.goOn(begun);
  }

  private async goOn(begun: BegunReclassification): Promise<void> {
    try {
      await this.reclassify.goOn(begun, LONGEST_REQUEST_MS);
    } catch (error) {
      log.warn({ err: error, ...begun }, 'a reclassification was cut off; its job goes on with it');
    }
  }
}
