import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { withoutPerson } from '../../../domain/tickets/share-work.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EnterEffort } from '../../effort/commands/enter-effort.js';
import { TakeBackEffort } from '../../effort/commands/take-back-effort.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

/** What came of work that was to be booked. */
export interface BookedWork {
  /** The external ids of the entries that stand, or wait for somebody to let them into a closed period. */
  readonly entered: ReadonlySet<string>;
  /** Why the others do not, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Has exactly the wanted entries of a source stand, of those wanted and those booked before. What would fill a person's day
 * above 24 hours is entered without the person: the work is kept, and nobody has such a day. Open to no client by itself.
 */
@Injectable()
export class BookWork {
  constructor(
    private readonly enter: EnterEffort,
    private readonly takeBack: TakeBackEffort,
  ) {}

  async run(
    tx: Tx,
    portfolio: Portfolio,
    source: string,
    wanted: readonly EffortDraft[],
    booked: readonly string[],
  ): Promise<BookedWork> {
    const names = new Set(wanted.map(({ externalId }) => externalId));
    // First, so that hours which are about to go fill nobody's day.
    await this.takeBackAll(
      tx,
      portfolio,
      source,
      booked.filter((id) => !names.has(id)),
    );
    const work = await this.enterAll(tx, portfolio, wanted);
    await this.takeBackAll(
      tx,
      portfolio,
      source,
      booked.filter((id) => names.has(id) && !work.entered.has(id)),
    );
    return work;
  }

  private async enterAll(tx: Tx, portfolio: Portfolio, wanted: readonly EffortDraft[]): Promise<BookedWork> {
    const entered = new Set<string>();
    const problems: string[] = [];
    let drafts = wanted;
    while (drafts.length > 0) {
      const { rows } = await this.enter.run(tx, portfolio, SYSTEM_USER_ID, drafts);
      const again: EffortDraft[] = [];
      for (const { index, status, refusals } of rows) {
        const draft = drafts[index] as EffortDraft;
        if (status !== 'REFUSED') {
          entered.add(draft.externalId);
        } else if (draft.person !== null && refusals.every(({ code }) => code === 'OVER_CAPACITY')) {
          again.push(withoutPerson(draft));
        } else {
          problems.push(...refusals.map(({ message }) => message));
        }
      }
      drafts = again;
    }
    return { entered, problems };
  }

  private async takeBackAll(tx: Tx, portfolio: Portfolio, source: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      const identities = ids.map((externalId) => ({ source, externalId }));
      await this.takeBack.run(tx, portfolio.id, SYSTEM_USER_ID, identities);
    }
  }
}
