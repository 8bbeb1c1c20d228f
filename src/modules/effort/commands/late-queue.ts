import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { planQueue, type QueuePlan, type LateEntry, type Word } from '../../../domain/effort/late-effort.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { LateEffortRepository } from '../persistence/late-effort.repository.js';
import { ClosedPeriods, type ClosedPeriod } from '../queries/closed-periods.js';
import { proofOf } from './proof-of-ids.js';

/** What is closed of a portfolio, and whether anything waits in its queue. */
export interface LateView {
  readonly closed: readonly ClosedPeriod[];
  readonly hasPending: boolean;
}

/** The way of what is late into the queue. Whoever calls has joined the books, and holds the ledger. Open to no client by itself. */
@Injectable()
export class LateQueue {
  constructor(
    private readonly closed: ClosedPeriods,
    private readonly repository: LateEffortRepository,
    private readonly audit: AppendAudit,
  ) {}

  /** Looks at what decides what is late, and whether anybody waits; asked once the ledger is held, or right after what holds it. */
  async look(tx: Tx, portfolioId: string): Promise<LateView> {
    const [closed, hasPending] = await Promise.all([
      this.closed.of(portfolioId, tx),
      this.repository.hasPending(tx, portfolioId),
    ]);
    return { closed, hasPending };
  }

  /** Writes what was said of entries into the queue, the last word on each counting, with one event on the portfolio's chain. */
  async take(tx: Tx, stamp: LedgerStamp, { hasPending }: LateView, words: readonly Word[]): Promise<void> {
    const hasWish = words.some(({ wish }) => wish !== null);
    if (!hasWish && !hasPending) {
      return;
    }
    if (hasWish) {
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
