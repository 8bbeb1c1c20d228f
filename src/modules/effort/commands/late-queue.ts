import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { EntryIdentity } from '../../../domain/effort/effort-entry.js';
import {
  planQueue,
  sortOutDeletions,
  sortOutLate,
  type QueuePlan,
  type SortedRows,
  type LateEntry,
  type Word,
} from '../../../domain/effort/late-effort.js';
import type { BatchRow } from '../../../domain/effort/plan-batch.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { LateEffortRepository } from '../persistence/late-effort.repository.js';
import { ClosedPeriods } from '../queries/closed-periods.js';
import { proofOf } from './proof-of-ids.js';
import type { HeldLedger } from './write-ledger.js';

/** The way of what is late into the queue. Whoever calls has joined the books, and holds the ledger. Open to no client by itself. */
@Injectable()
export class LateQueue {
  constructor(
    private readonly closed: ClosedPeriods,
    private readonly repository: LateEffortRepository,
    private readonly audit: AppendAudit,
  ) {}

  /** Rows of a batch by where they go: straight into the ledger, or into the queue. */
  async sortOut(tx: Tx, { stamp, standing }: HeldLedger, rows: readonly BatchRow[]): Promise<SortedRows> {
    return sortOutLate(rows, standing, await this.closed.of(stamp.portfolioId, tx));
  }

  /** Deletions by where they go. */
  async sortOutDeletions(
    tx: Tx,
    { stamp, standing }: HeldLedger,
    identities: readonly EntryIdentity[],
  ): Promise<ReturnType<typeof sortOutDeletions>> {
    return sortOutDeletions(identities, standing, await this.closed.of(stamp.portfolioId, tx));
  }

  /** Writes what was said of entries into the queue, the last word on each counting, with one event on the portfolio's chain. */
  async take(tx: Tx, stamp: LedgerStamp, words: readonly Word[]): Promise<void> {
    if (words.some(({ wish }) => wish !== null)) {
      await this.repository.takeTurn(tx, stamp.portfolioId);
    }
    const identities = words.map(({ identity }) => identity);
    const pending = await this.repository.pendingOf(tx, stamp.portfolioId, identities);
    const plan = planQueue(words, pending, newId, await this.refused(tx, stamp, words));
    if (plan.queued.length + plan.superseded.length === 0) {
      return;
    }
    await this.repository.change(tx, stamp, plan);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: stamp.portfolioId,
      at: stamp.at,
      actorId: stamp.by,
      action: plan.queued.length > 0 ? 'lateEffort.queued' : 'lateEffort.superseded',
      subjectType: 'Portfolio',
      subjectId: stamp.portfolioId,
      changes: changesOf(plan),
    });
  }

  /** What is not to be asked for again. A person who sends it once more means it; the system goes over all it knows, again and again. */
  private async refused(tx: Tx, stamp: LedgerStamp, words: readonly Word[]): Promise<ReadonlyMap<string, LateEntry>> {
    const wished = words.filter(({ wish }) => wish !== null).map(({ identity }) => identity);
    return stamp.by === SYSTEM_USER_ID && wished.length > 0
      ? this.repository.refusedLastOf(tx, stamp.portfolioId, wished)
      : new Map();
  }
}

/** The queue keeps every value; the trail says how many and proves which. */
const changesOf = ({ queued, superseded }: QueuePlan): Readonly<Record<string, unknown>> => ({
  queued: queued.length,
  superseded: superseded.length + queued.filter(({ isSuperseded }) => isSuperseded).length,
  idsSha256: proofOf([...queued.map(({ id }) => id), ...superseded]),
});
