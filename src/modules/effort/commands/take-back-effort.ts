import { Injectable } from '@nestjs/common';
import type { EntryIdentity } from '../../../domain/effort/effort-entry.js';
import { hoursAfter } from '../../../domain/effort/plan-batch.js';
import { sortOutDeletions } from '../../../domain/effort/late-effort.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { LateQueue } from './late-queue.js';
import { WriteLedger } from './write-ledger.js';

/** How many entries were taken back, and how many wait to be, for they are of closed periods. */
export interface EffortTakenBack {
  readonly deleted: number;
  readonly queued: number;
}

/**
 * Takes entries of a portfolio back in the transaction of the caller: each stays in the ledger and gets a reversal. It asks
 * for no right, and joins the books first, as entering does.
 */
@Injectable()
export class TakeBackEffort {
  constructor(
    private readonly ledger: WriteLedger,
    private readonly late: LateQueue,
  ) {}

  async run(tx: Tx, portfolioId: string, by: string, identities: readonly EntryIdentity[]): Promise<EffortTakenBack> {
    await this.ledger.join(tx, portfolioId);
    const held = await this.ledger.hold(tx, { portfolioId, by, identities, initiativeIds: [], days: [] });
    const view = await this.late.look(tx, portfolioId);
    const { reversals, words } = sortOutDeletions(identities, held.standing, view.closed);
    const hours = new Map(held.hours);
    for (const entry of reversals) {
      hoursAfter(hours, entry, null).forEach((sum, day) => hours.set(day, sum));
    }
    await this.ledger.write(tx, held, { reversals, entries: [], hours }, 'effort.deleted');
    await this.late.take(tx, held.stamp, view, words);
    return { deleted: reversals.length, queued: words.filter(({ wish }) => wish !== null).length };
  }
}
