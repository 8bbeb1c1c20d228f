import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { log } from '../../../platform/logging.js';
import { InsightRepository, type InsightRow } from '../persistence/insight.repository.js';
import { Verdicts } from '../queries/verdicts.js';
import { FindingBook } from './finding-book.js';

/** So many initiatives are looked at in one transaction. */
export const LOOKED_AT_ONCE = 50;
/** How long an initiative is left alone that could not be looked at. */
const PUT_OFF_MS = 300_000;

/**
 * Looks at initiatives that are due: what the rules find, their health, and whether they are ready for their gate, as of now.
 * What was found and was not before is raised, what is not found any more is cleared. However many do so at once, an initiative
 * is looked at by one. Open to no client by itself.
 */
@Injectable()
export class LookAtInitiatives {
  constructor(
    private readonly work: UnitOfWork,
    private readonly verdicts: Verdicts,
    private readonly book: FindingBook,
    private readonly insights: InsightRepository,
    private readonly clock: Clock,
  ) {}

  /** Looks at those of the initiatives that are due. One that cannot be looked at is left as it stands, and told in the log. */
  async run(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += LOOKED_AT_ONCE) {
      const some = ids.slice(start, start + LOOKED_AT_ONCE);
      await this.careful(some, (tx, at) => this.insights.lockDue(tx, some, at));
    }
  }

  /** Looks at some that have been due longest; how many they were. */
  runSome(): Promise<number> {
    return this.careful(null, (tx, at) => this.insights.lockSome(tx, at, LOOKED_AT_ONCE));
  }

  private async careful(
    ids: readonly string[] | null,
    lock: (tx: Tx, at: Instant) => Promise<readonly string[]>,
  ): Promise<number> {
    let due: readonly string[] = ids ?? [];
    try {
      return await this.look(async (tx, at) => {
        due = await lock(tx, at);
        return due;
      });
    } catch (error) {
      if (due.length === 0) {
        throw error;
      }
      await this.oneByOne(due);
      return due.length;
    }
  }

  /** What cannot be looked at must not keep the others from it. */
  private async oneByOne(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      try {
        await this.look((tx, at) => this.insights.lockDue(tx, [id], at));
      } catch (error) {
        log.error({ err: error, initiative: id }, 'an initiative could not be looked at; it is tried again in a while');
        await this.work.run(async (tx) => {
          await this.insights.putOff(tx, id, instantOf(millisecondsOf(this.clock.now()) + PUT_OFF_MS));
          return accept(null);
        });
      }
    }
  }

  private async look(lock: (tx: Tx, at: Instant) => Promise<readonly string[]>): Promise<number> {
    let count = 0;
    await this.work.run(async (tx) => {
      const ids = await lock(tx, this.clock.now());
      count = ids.length;
      if (count > 0) {
        // Only now: while it waited for a lock, more may have been written, and what is later than the look is not seen by it.
        await this.lookAt(tx, ids, this.clock.now());
      }
      return accept(null);
    });
    return count;
  }

  private async lookAt(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
    const verdicts = await this.verdicts.ofInitiatives(ids, at, tx);
    await this.book.keepOfInitiatives(tx, verdicts, at);
    const rows = verdicts.map(({ initiativeId, health, healthReason, isReady, dueAt }): InsightRow => ({
      initiativeId,
      health,
      healthReason,
      isReady,
      dueAt,
    }));
    await this.insights.save(tx, rows, at);
  }
}
