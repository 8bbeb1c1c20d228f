import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkEntry, type EntrySurroundings } from '../../../domain/effort/check-entry.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { outcomesOfLate, wordsOf } from '../../../domain/effort/late-effort.js';
import {
  dayOf,
  planBatch,
  type BatchRow,
  type RecordStatus,
  type RowOutcome,
} from '../../../domain/effort/plan-batch.js';
import { UnitOfWork, type Manner } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidy } from '../../../domain/basics/text.js';
import type { InitiativeClassifier } from '../queries/classifiers.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { LateQueue } from './late-queue.js';
import { WriteLedger } from './write-ledger.js';

export const MOST_ENTRIES = 5_000;

/** What became of a batch: how many rows of each kind, and each row in the order sent. */
export interface EffortRecorded {
  readonly recorded: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly queued: number;
  readonly refused: number;
  readonly rows: readonly RowOutcome[];
}

/**
 * Records up to 5,000 entries of effort, row by row and in their order: a bad row refuses itself only. It takes ADMIN,
 * PROGRAM_MANAGER or INTEGRATION. `source` and `externalId` identify an entry: the same values again are a DUPLICATE and
 * change nothing, other values are a correction. A row is refused with INVALID, NOT_FOUND (initiative, category) or
 * OVER_CAPACITY (more than 24 hours a person and day over the whole portfolio). What would write into a closed period is
 * QUEUED for somebody to accept or refuse. A stated category holds; without one the rules in force give it, else the
 * initiative's default, else the entry is uncategorised. Texts are kept in normal form without space at their ends, and a
 * blank note is none. A rehearsal answers the same and changes nothing.
 */
@Injectable()
export class RecordEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: EffortSurroundings,
    private readonly ledger: WriteLedger,
    private readonly late: LateQueue,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    entries: readonly EffortDraft[],
    manner?: Manner,
  ): Promise<Result<EffortRecorded>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.surroundings.portfolio(viewer, portfolioKey, tx);
      if (!portfolio) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      if (entries.length > MOST_ENTRIES) {
        return refuse(
          invalid(
            ['entries'],
            `entries must be at most 5,000 a call, and were ${entries.length}. Send them in several calls.`,
          ),
        );
      }
      const now = await this.ledger.join(tx, portfolio.id);
      const drafts = entries.map(tidied);
      const around = await this.surroundings.of(portfolio, drafts, now, tx);
      const { rows, refused } = checkRows(drafts, around);
      const initiativeIds = [...new Set(rows.map((row) => row.booking.initiativeId))];
      const held = await this.ledger.hold(tx, {
        portfolioId: portfolio.id,
        by: viewer.userId,
        identities: rows.map((row) => row.identity),
        initiativeIds,
        days: rows.flatMap((row) => dayOf(row.booking) ?? []),
      });
      const sorted = await this.late.sortOut(tx, held, rows);
      // Only now does nobody change the rules or the initiatives any more.
      const classify = await this.surroundings.classifier(portfolio.id, initiativeIds, tx);
      const plan = planBatch(sorted.direct.map(classified(classify)), held.standing, held.hours, newId);
      await this.ledger.write(tx, held, plan, 'effort.recorded');
      await this.late.take(tx, held.stamp, wordsOf(sorted, plan.outcomes));
      return accept(counted([...refused, ...plan.outcomes, ...outcomesOfLate(sorted)]));
    }, manner);
  }
}

const tidied = (draft: EffortDraft): EffortDraft => ({
  ...draft,
  initiativeKey: tidy(draft.initiativeKey),
  categoryKey: draft.categoryKey === null ? null : tidy(draft.categoryKey),
  person: draft.person === null ? null : tidy(draft.person),
  note: tidy(draft.note ?? '') || null,
  labels: [...new Set(draft.labels.map(tidy))],
  components: [...new Set(draft.components.map(tidy))],
  ticketType: tidy(draft.ticketType ?? '') || null,
  projectKey: tidy(draft.projectKey ?? '') || null,
  source: tidy(draft.source),
  externalId: tidy(draft.externalId),
});

const checkRows = (
  drafts: readonly EffortDraft[],
  around: EntrySurroundings,
): { rows: readonly BatchRow[]; refused: readonly RowOutcome[] } => {
  const rows: BatchRow[] = [];
  const refused: RowOutcome[] = [];
  drafts.forEach((draft, index) => {
    const refusals = checkEntry(draft, around, ['entries', String(index)]);
    const { amount, workedOn, source, externalId } = draft;
    const initiativeId = around.initiativeIds.get(draft.initiativeKey);
    if (refusals.length > 0 || amount === null || workedOn === null || initiativeId === undefined) {
      refused.push({ index, status: 'REFUSED', refusals });
      return;
    }
    const { categoryKey, unit, person, note, method } = draft;
    const { labels, components, ticketType, projectKey, connectionId } = draft;
    const categorySource = categoryKey === null ? 'NONE' : 'STATED';
    rows.push({
      index,
      identity: { source, externalId },
      booking: {
        initiativeId,
        categoryKey,
        categorySource,
        ruleName: null,
        rulesVersion: null,
        amount,
        unit,
        workedOn,
        person,
        note,
        labels,
        components,
        ticketType,
        projectKey,
        connectionId,
        method,
      },
    });
  });
  return { rows, refused };
};

const classified =
  (classify: InitiativeClassifier) =>
  (row: BatchRow): BatchRow => ({ ...row, booking: { ...row.booking, ...classify(row.booking) } });

const counted = (outcomes: readonly RowOutcome[]): EffortRecorded => {
  const count = (status: RecordStatus): number => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    recorded: count('RECORDED'),
    duplicates: count('DUPLICATE'),
    corrected: count('CORRECTED'),
    queued: count('QUEUED'),
    refused: count('REFUSED'),
    rows: outcomes.toSorted((a, b) => a.index - b.index),
  };
};
