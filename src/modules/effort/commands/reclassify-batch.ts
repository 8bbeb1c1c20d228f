import { Injectable } from '@nestjs/common';
import { isClosed } from '../../../domain/effort/closed-period.js';
import type { Days } from '../../../domain/effort/days.js';
import { classifierOf, isOtherwise, type Classification } from '../../../domain/effort/classify.js';
import type { LedgerEntry } from '../../../domain/effort/effort-entry.js';
import { reclassified } from '../../../domain/effort/reclassify.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { Classifiers } from '../queries/classifiers.js';
import { ClassificationRules } from '../queries/classification-rules.js';
import { ClosedPeriods } from '../queries/closed-periods.js';
import { StandingEntries, type PassedRow, type Walk } from '../queries/standing-entries.js';
import { WriteLedger, type HeldLedger } from './write-ledger.js';

/** So many rows of the ledger are looked at in one transaction. */
export const BATCH = 5_000;

/** An entry that a batch took back, with the classification its successor has. */
export interface ChangedEntry {
  readonly entryId: string;
  readonly becomes: Classification;
}

/** What a batch came to: how far the walk is, and which entries changed. */
export interface BatchDone {
  readonly reached: Walk['reached'];
  readonly isFinished: boolean;
  readonly changed: readonly ChangedEntry[];
  /** Entries of closed periods that would be classified otherwise, and were left. */
  readonly closed: readonly ChangedEntry[];
}

/**
 * Takes a walk through the ledger further by one batch of at most 5,000 rows: every standing entry whose category nobody
 * stated, and which the rules and defaults in force give another category, source or rule, is taken back and entered again
 * as its next revision, the same but for that. Entries of closed periods are left and told of. The caller has joined or
 * closed the books. It is open to no client by itself.
 */
@Injectable()
export class ReclassifyBatch {
  constructor(
    private readonly entries: StandingEntries,
    private readonly rules: ClassificationRules,
    private readonly classifiers: Classifiers,
    private readonly closedPeriods: ClosedPeriods,
    private readonly ledger: WriteLedger,
  ) {}

  async run(tx: Tx, walk: Walk, by: string): Promise<BatchDone> {
    const rows = await this.entries.next(walk, BATCH, tx);
    const closed = await this.closedPeriods.of(walk.portfolioId, tx);
    const classify = classifierOf(await this.rules.inForce(walk.portfolioId, tx));
    const otherwise = rows.flatMap((row) => {
      const becomes = row.isOpenToRules ? reclassified(row, classify) : null;
      return becomes ? [{ row, becomes }] : [];
    });
    const open = otherwise.filter(({ row }) => !isClosed(row.workedOn, closed));
    return {
      reached: rows.at(-1) ?? walk.reached,
      isFinished: rows.length < BATCH,
      changed: await this.enterAgain(
        tx,
        walk.portfolioId,
        by,
        open.map(({ row }) => row),
        closed,
      ),
      closed: otherwise
        .filter(({ row }) => isClosed(row.workedOn, closed))
        .map(({ row, becomes }) => ({ entryId: row.id, becomes })),
    };
  }

  private async enterAgain(
    tx: Tx,
    portfolioId: string,
    by: string,
    identities: readonly PassedRow[],
    closedPeriods: readonly Days[],
  ): Promise<readonly ChangedEntry[]> {
    if (identities.length === 0) {
      return [];
    }
    const held = await this.ledger.hold(tx, { portfolioId, by, identities, initiativeIds: [], days: [] });
    // What was corrected or deleted since it was passed is looked at as it stands under the locks.
    const standing = liveIn(held).filter(({ workedOn }) => !isClosed(workedOn, closedPeriods));
    const initiativeIds = [...new Set(standing.map(({ initiativeId }) => initiativeId))];
    const classify = await this.classifiers.of(portfolioId, initiativeIds, tx);
    const changes = standing
      .map((entry) => ({ entry, becomes: classify(entry) }))
      .filter(({ entry, becomes }) => isOtherwise(entry, becomes));
    const change = {
      reversals: changes.map(({ entry }) => entry),
      entries: changes.map(({ entry, becomes }) => successorOf(entry, becomes)),
      hours: held.hours,
    };
    await this.ledger.write(tx, held, change, 'effort.reclassified');
    return changes.map(({ entry, becomes }) => ({ entryId: entry.id, becomes }));
  }
}

/** By the day worked, as the walk goes and as they are told of. */
const liveIn = ({ standing }: HeldLedger): readonly LedgerEntry[] =>
  [...standing.values()]
    .flatMap(({ live }) => live ?? [])
    .toSorted((a, b) => (`${a.workedOn} ${a.id}` < `${b.workedOn} ${b.id}` ? -1 : 1));

const successorOf = (entry: LedgerEntry, becomes: Classification): LedgerEntry => ({
  ...entry,
  ...becomes,
  id: newId(),
  revision: entry.revision + 1,
});
