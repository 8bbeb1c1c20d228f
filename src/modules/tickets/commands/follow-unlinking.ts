import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { StandingCriterion } from '../persistence/ticket-link.repository.js';
import { FollowRules } from './follow-rules.js';
import type { LinkScene } from './link-table.js';
import { SyncEffort } from './sync-effort.js';
import { TellLinks } from './tell-links.js';

/** What follows once links were ended by hand. Open to no client by itself. */
@Injectable()
export class FollowUnlinking {
  constructor(
    private readonly tell: TellLinks,
    private readonly rules: FollowRules,
    private readonly effort: SyncEffort,
  ) {}

  async run(
    tx: Tx,
    { ticket, initiative, stamp, connection }: LinkScene,
    criteria: readonly StandingCriterion[],
    isWorkUnlinked: boolean,
  ): Promise<void> {
    const about = isWorkUnlinked ? [null] : criteria.map(({ criterionKey }) => criterionKey);
    await this.tell.run(tx, ticket, stamp, {
      linked: [],
      unlinked: about.map((criterionKey) => ({ initiativeId: initiative.id, ruleName: null, criterionKey })),
    });
    if (isWorkUnlinked) {
      await this.rules.run(tx, ticket, stamp);
      await this.effort.run(tx, connection, ticket);
    }
  }
}
