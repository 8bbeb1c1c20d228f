import { Injectable } from '@nestjs/common';
import { tidy, unstorable } from '../../../domain/basics/text.js';
import { checkEntry, latestDayAt, type EntrySurroundings } from '../../../domain/effort/check-entry.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { outcomesOfLate, sortOutLate, wordsOf } from '../../../domain/effort/late-effort.js';
import {
  dayOf,
  planBatch,
  type BatchRow,
  type RecordStatus,
  type RowOutcome,
} from '../../../domain/effort/plan-batch.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import type { InitiativeClassifier } from '../queries/classifiers.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { LateQueue } from './late-queue.js';
import { WriteLedger } from './write-ledger.js';

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
 * Enters a batch into the ledger of a portfolio in the transaction of the caller, row by row and in their order. It asks for
 * no right: whoever calls has seen to that. It joins the books first, so whoever has locked an initiative before must not call.
 */
@Injectable()
export class EnterEffort {
  constructor(
    private readonly surroundings: EffortSurroundings,
    private readonly ledger: WriteLedger,
    private readonly late: LateQueue,
  ) {}

  async run(tx: Tx, portfolio: Portfolio, by: string, entries: readonly EffortDraft[]): Promise<EffortRecorded> {
    const drafts = entries.map(tidied);
    const [now, around, before] = await Promise.all([
      this.ledger.join(tx, portfolio.id),
      this.surroundings.of(portfolio, drafts, tx),
      this.ledger.standing(tx, portfolio.id, drafts.filter(isStorable)),
    ]);
    const { rows, refused } = checkRows(drafts, { ...around, latestDay: latestDayAt(now, portfolio.timeZone) });
    const initiativeIds = [...new Set(rows.map((row) => row.booking.initiativeId))];
    const intent = {
      portfolioId: portfolio.id,
      by,
      identities: rows.map((row) => row.identity),
      initiativeIds,
      days: rows.flatMap((row) => dayOf(row.booking) ?? []),
    };
    // In this order: once the ledger is held nobody changes the rules, the periods or the initiatives any more.
    const [held, view, classify] = await Promise.all([
      this.ledger.lock(tx, intent, before),
      this.late.look(tx, portfolio.id),
      this.surroundings.classifier(portfolio.id, initiativeIds, tx),
    ]);
    const sorted = sortOutLate(rows, held.standing, view.closed);
    const plan = planBatch(sorted.direct.map(classified(classify)), held.standing, held.hours, newId);
    await this.ledger.write(tx, held, plan, 'effort.recorded');
    await this.late.take(tx, held.stamp, view, wordsOf(sorted, plan.outcomes));
    return counted([...refused, ...plan.outcomes, ...outcomesOfLate(sorted)]);
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

/** Whether anything can stand of it at all. */
const isStorable = ({ source, externalId }: EffortDraft): boolean =>
  unstorable(source) === null && unstorable(externalId) === null;

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
