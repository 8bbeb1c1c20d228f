import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { EffortBooks } from './effort-books.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { ReclassificationRepository } from '../persistence/reclassification.repository.js';
import { ReclassifyBatch, type ChangedEntry } from './reclassify-batch.js';

const MOST_TOLD = 100;

/** A walk that was begun, by its id, and whose books it writes into. */
export interface BegunReclassification {
  readonly portfolioId: string;
  readonly reclassificationId: string;
}

/** How far a reclassification has come. */
export interface ReclassificationProgress {
  readonly isFinished: boolean;
  /** Of all its batches, whoever carried them out. */
  readonly changedEntries: number;
  /** The first 100 of those this call changed, by the day worked. */
  readonly changes: readonly ChangedEntry[];
  /** Entries of closed periods that this call passed, and that would be classified otherwise. */
  readonly closedEntries: number;
  /** The first 100 of these. */
  readonly closedChanges: readonly ChangedEntry[];
}

/**
 * Brings the categories of effort in line with the rules and defaults in force: it walks through the entries of a portfolio,
 * or of one initiative, batch by batch, each in a transaction of its own that also says how far it has come. Cut off
 * anywhere, it goes on from there; carried out again, it finds done what is done. It is open to no client by itself.
 */
@Injectable()
export class ReclassifyEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly books: EffortBooks,
    private readonly repository: ReclassificationRepository,
    private readonly batch: ReclassifyBatch,
    private readonly clock: Clock,
  ) {}

  /** Begins a reclassification in the transaction of the change it follows from; `null` is for all initiatives. */
  async begin(tx: Tx, stamp: LedgerStamp, initiativeId: string | null): Promise<BegunReclassification> {
    const { portfolioId } = stamp;
    return { portfolioId, reclassificationId: await this.repository.insert(tx, stamp, initiativeId) };
  }

  /** Carries out the next batch, in the transaction of a caller who has joined or closed the books. */
  async step(tx: Tx, id: string): Promise<ReclassificationProgress> {
    const walk = await this.repository.lock(tx, id);
    if (walk.finishedAt !== null) {
      return { ...NOTHING, isFinished: true, changedEntries: walk.changedEntries };
    }
    const { reached, isFinished, changed, closed } = await this.batch.run(tx, walk, walk.by);
    const changedEntries = walk.changedEntries + changed.length;
    await this.repository.save(tx, {
      ...walk,
      reached,
      changedEntries,
      finishedAt: isFinished ? this.clock.now() : null,
    });
    return {
      isFinished,
      changedEntries,
      changes: changed.slice(0, MOST_TOLD),
      closedEntries: closed.length,
      closedChanges: closed.slice(0, MOST_TOLD),
    };
  }

  /** Carries out batch after batch until it is finished or the time is up. */
  async goOn(
    begun: BegunReclassification,
    milliseconds: number,
    sofar: ReclassificationProgress = NOTHING,
  ): Promise<ReclassificationProgress> {
    const end = performance.now() + milliseconds;
    let told = await this.stepAlone(begun, sofar);
    while (!told.isFinished && performance.now() < end) {
      told = await this.stepAlone(begun, told);
    }
    return told;
  }

  private async stepAlone(
    { portfolioId, reclassificationId }: BegunReclassification,
    before: ReclassificationProgress,
  ): Promise<ReclassificationProgress> {
    const result = await this.work.run(async (tx) => {
      await this.books.join(tx, portfolioId);
      return accept(await this.step(tx, reclassificationId));
    });
    return result.ok ? joined(before, result.value) : before;
  }
}

/** That of one that nobody took a step further. */
export const NOTHING: ReclassificationProgress = {
  isFinished: false,
  changedEntries: 0,
  changes: [],
  closedEntries: 0,
  closedChanges: [],
};

/** What two calls came to, one after the other. */
const joined = (a: ReclassificationProgress, b: ReclassificationProgress): ReclassificationProgress => ({
  isFinished: b.isFinished,
  changedEntries: b.changedEntries,
  changes: [...a.changes, ...b.changes].slice(0, MOST_TOLD),
  closedEntries: a.closedEntries + b.closedEntries,
  closedChanges: [...a.closedChanges, ...b.closedChanges].slice(0, MOST_TOLD),
});
