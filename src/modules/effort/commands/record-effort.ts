import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkEntry, type EntrySurroundings } from '../../../domain/effort/check-entry.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import {
  dayOf,
  identityKey,
  planBatch,
  type BatchPlan,
  type BatchRow,
  type RecordStatus,
  type RowOutcome,
} from '../../../domain/effort/plan-batch.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidy } from '../../../domain/basics/text.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { EffortRepository, type LedgerStamp } from '../persistence/effort.repository.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';

export const MOST_ENTRIES = 5_000;

/** What became of a batch: how many rows of each kind, and each row in the order sent. */
export interface EffortRecorded {
  readonly recorded: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly refused: number;
  readonly rows: readonly RowOutcome[];
}

/**
 * Records up to 5,000 entries of effort, row by row and in their order: a bad row refuses itself only. It takes ADMIN,
 * PROGRAM_MANAGER or INTEGRATION. `source` and `externalId` identify an entry: the same values again are a DUPLICATE and
 * change nothing, other values are a correction. A row is refused with INVALID, NOT_FOUND (initiative, category) or
 * OVER_CAPACITY (more than 24 hours a person and day over the whole portfolio). A stated category holds; without one the
 * entry is uncategorised. Texts are kept in normal form without space at their ends, and a blank note is none.
 */
@Injectable()
export class RecordEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: EffortSurroundings,
    private readonly repository: EffortRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, portfolioKey: string, entries: readonly EffortDraft[]): Promise<Result<EffortRecorded>> {
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
      const stamp: LedgerStamp = { portfolioId: portfolio.id, at: this.clock.now(), by: viewer.userId };
      const drafts = entries.map(tidied);
      const { rows, refused } = checkRows(drafts, await this.surroundings.of(portfolio, drafts, stamp.at, tx));

      const identities = rows.map((row) => row.identity);
      await this.repository.takeTurns(tx, portfolio.id, identities);
      const standing = await this.repository.standing(tx, portfolio.id, identities);
      const before = [...standing.values()].flatMap(({ live }) => live ?? []);
      const days = [...before, ...rows.map((row) => row.booking)].flatMap((booking) => dayOf(booking) ?? []);
      const plan = planBatch(rows, standing, await this.repository.lockDays(tx, portfolio.id, days), newId);

      await this.repository.saveDays(tx, portfolio.id, days, plan.hours);
      const result = counted([...refused, ...plan.outcomes]);
      if (plan.entries.length > 0) {
        const ids = await this.repository.append(tx, stamp, plan);
        await this.audit.run(tx, {
          initiativeId: null,
          portfolioId: portfolio.id,
          at: stamp.at,
          actorId: stamp.by,
          action: 'effort.recorded',
          subjectType: 'Portfolio',
          subjectId: portfolio.id,
          changes: changesOf(plan, result, ids),
        });
      }
      return accept(result);
    });
  }
}

const tidied = (draft: EffortDraft): EffortDraft => ({
  ...draft,
  initiativeKey: tidy(draft.initiativeKey),
  categoryKey: draft.categoryKey === null ? null : tidy(draft.categoryKey),
  person: draft.person === null ? null : tidy(draft.person),
  note: tidy(draft.note ?? '') || null,
  labels: [...new Set(draft.labels.map(tidy))],
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
    const { categoryKey, unit, person, note, labels, method } = draft;
    const categorySource = categoryKey === null ? 'NONE' : 'STATED';
    rows.push({
      index,
      identity: { source, externalId },
      booking: {
        initiativeId,
        categoryKey,
        categorySource,
        ruleName: null,
        amount,
        unit,
        workedOn,
        person,
        note,
        labels,
        method,
      },
    });
  });
  return { rows, refused };
};

const counted = (outcomes: readonly RowOutcome[]): EffortRecorded => {
  const count = (status: RecordStatus): number => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    recorded: count('RECORDED'),
    duplicates: count('DUPLICATE'),
    corrected: count('CORRECTED'),
    refused: count('REFUSED'),
    rows: outcomes.toSorted((a, b) => a.index - b.index),
  };
};

const MOST_SOURCES = 20;

/** The ledger keeps every value; the trail says how many and proves which. */
const changesOf = (
  plan: BatchPlan,
  { recorded, duplicates, corrected, refused }: EffortRecorded,
  ids: readonly string[],
): Readonly<Record<string, unknown>> => ({
  recorded,
  duplicates,
  corrected,
  refused,
  sources: [...new Set(plan.entries.map((entry) => entry.source))].sort().slice(0, MOST_SOURCES),
  identities: new Set(plan.entries.map(identityKey)).size,
  ledgerRows: ids.length,
  idsSha256: createHash('sha256').update(ids.join('\n'), 'utf8').digest('hex'),
});
