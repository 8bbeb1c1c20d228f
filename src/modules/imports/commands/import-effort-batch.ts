import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { invalid, notFound, type Refusal } from '../../../domain/basics/result.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import type { RecordStatus } from '../../../domain/effort/plan-batch.js';
import type { EffortMapping } from '../../../domain/imports/effort/effort-mapping.js';
import type { EffortOutcome } from '../../../domain/imports/effort/effort-reporting.js';
import { placeOf, type EntryPart } from '../../../domain/imports/effort/read-effort-row.js';
import { shortened } from '../../../domain/imports/fields.js';
import type { Remark } from '../../../domain/imports/visits.js';
import { RecordEffort } from '../../effort/commands/record-effort.js';
import { InitiativeKeys } from '../../initiatives/queries/initiative-keys.js';
import type { EffortBatchRow } from './effort-row-reader.js';

export interface EffortTarget {
  readonly viewer: Viewer;
  readonly portfolio: { readonly id: string; readonly key: string };
  readonly mapping: EffortMapping;
  readonly isDryRun: boolean;
}

type ReadyRow = Extract<EffortBatchRow, { readonly cells: readonly string[] }>;

/** Records a batch of rows of a timesheet in one transaction, and tells what became of each in the words of the file. */
@Injectable()
export class ImportEffortBatch {
  constructor(
    private readonly recordEffort: RecordEffort,
    private readonly initiatives: InitiativeKeys,
  ) {}

  async run(target: EffortTarget, batch: readonly EffortBatchRow[]): Promise<readonly EffortOutcome[]> {
    const { viewer, portfolio, mapping, isDryRun } = target;
    const ready = batch.filter((each): each is ReadyRow => each.row !== null);
    const unreadable = batch.flatMap((each): EffortOutcome[] =>
      each.row === null ? [refused(each.line, [{ column: null, value: null, reason: each.reason }])] : [],
    );
    if (ready.length === 0) {
      return unreadable;
    }
    const keys = await this.keysOf(portfolio.id, ready);
    const drafts = ready.map((each, index) => draftOf(each, index, mapping.source, keys));
    const result = await this.recordEffort.run(viewer, portfolio.key, drafts, { isRehearsal: isDryRun });
    if (!result.ok) {
      throw new Error(result.refusals.map(({ message }) => message).join(' '));
    }
    const told = result.value.rows.flatMap(({ index, status, refusals }): EffortOutcome[] => {
      const row = ready[index];
      if (!row) {
        return [];
      }
      return status === 'REFUSED'
        ? [
            refused(
              row.line,
              refusals.map((refusal) => remarkOf(refusal, row, mapping)),
            ),
          ]
        : [{ line: row.line, outcome: isDryRun && row.isRepeated ? afterTheFirst(status) : status, remarks: [] }];
    });
    return [...unreadable, ...told];
  }

  /** The keys of the initiatives the rows name by externalRef. */
  private async keysOf(portfolioId: string, rows: readonly ReadyRow[]): Promise<ReadonlyMap<string, string>> {
    const references = new Set(rows.flatMap(({ row }) => row.initiativeRef ?? []));
    return references.size === 0 ? new Map() : this.initiatives.byReference(portfolioId, [...references]);
  }
}

/** What becomes of a row that an earlier one says already, where that one was taken back again. */
const afterTheFirst = (status: RecordStatus): RecordStatus =>
  status === 'RECORDED' || status === 'CORRECTED' ? 'DUPLICATE' : status;

const refused = (line: number, remarks: readonly Remark[]): EffortOutcome => ({
  line,
  outcome: 'REFUSED' satisfies RecordStatus,
  remarks,
});

const draftOf = (
  { row, externalId }: ReadyRow,
  index: number,
  source: string,
  keys: ReadonlyMap<string, string>,
): EffortDraft => {
  const at = (part: EntryPart): readonly string[] => ['entries', String(index), part];
  const { initiativeRef } = row;
  const key = initiativeRef === null ? row.entry.initiativeKey : (keys.get(initiativeRef) ?? '');
  return {
    ...row.entry,
    initiativeKey: key,
    source,
    externalId,
    problems: [
      ...row.problems.map(({ part, reason }) => invalid(at(part), reason)),
      ...(initiativeRef !== null && key === ''
        ? [notFound(`An initiative with the externalRef "${shortened(initiativeRef, 60)}"`, at('initiativeKey'))]
        : []),
    ],
  };
};

const remarkOf = ({ field = [], message }: Refusal, { cells }: ReadyRow, mapping: EffortMapping): Remark => ({
  ...placeOf(field[2] as EntryPart, cells, mapping),
  reason: message,
});
