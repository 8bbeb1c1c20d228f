import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { FollowRules } from './follow-rules.js';
import type { LinkScene } from './link-table.js';
import { NoteTicketEvidence, type LinkedCriterion } from './note-ticket-evidence.js';
import { SyncEffort } from './sync-effort.js';
import { TellLinks, type ToldLink } from './tell-links.js';

/** What somebody linked and unlinked by hand. */
export interface LinksChange {
  readonly linked: readonly ToldLink[];
  readonly unlinked: readonly ToldLink[];
  readonly criteria: { readonly linked: readonly LinkedCriterion[]; readonly unlinked: readonly LinkedCriterion[] };
  /** Whether the work on the ticket belongs elsewhere now. */
  readonly isWorkOther: boolean;
}

/**
 * Does what follows once links were changed by hand: the initiatives are told, evidence is given or withdrawn, rules link what
 * nobody links by hand any more, and the work is booked where it belongs. Open to no client by itself.
 */
@Injectable()
export class FollowLinks {
  constructor(
    private readonly tell: TellLinks,
    private readonly evidence: NoteTicketEvidence,
    private readonly rules: FollowRules,
    private readonly effort: SyncEffort,
  ) {}

  async run(tx: Tx, { ticket, stamp, connection }: LinkScene, change: LinksChange): Promise<void> {
    await this.tell.run(tx, ticket, stamp, change);
    await this.evidence.tellOfLinks(tx, ticket, change.criteria, stamp);
    if (change.isWorkOther) {
      await this.rules.run(tx, ticket, stamp);
      await this.effort.run(tx, connection, ticket);
    }
  }
}
