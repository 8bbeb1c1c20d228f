import type { LedgerRow } from '../../effort/queries/ledger-reads.js';
import { csvHeader, csvLines, type CsvColumn } from '../../../platform/csv/write-csv.js';

const BETWEEN = '; ';

const COLUMNS: readonly CsvColumn<LedgerRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'initiativeKey', value: (row) => row.initiativeKey },
  { name: 'initiativeName', value: (row) => row.initiativeName },
  { name: 'workedOn', value: (row) => row.workedOn },
  { name: 'person', value: (row) => row.person },
  { name: 'amount', value: (row) => row.amount, isNumber: true },
  { name: 'unit', value: (row) => row.unit },
  { name: 'personDays', value: (row) => row.personDays, isNumber: true },
  { name: 'categoryKey', value: (row) => row.categoryKey },
  { name: 'categorySource', value: (row) => row.categorySource },
  { name: 'ruleName', value: (row) => row.ruleName },
  { name: 'note', value: (row) => row.note },
  { name: 'labels', value: (row) => row.labels.join(BETWEEN) },
  { name: 'components', value: (row) => row.components.join(BETWEEN) },
  { name: 'ticketType', value: (row) => row.ticketType },
  { name: 'projectKey', value: (row) => row.projectKey },
  { name: 'source', value: (row) => row.source },
  { name: 'externalId', value: (row) => row.externalId },
  { name: 'revision', value: (row) => String(row.revision), isNumber: true },
  { name: 'method', value: (row) => row.method },
  { name: 'reversesId', value: (row) => row.reversesId },
  { name: 'recordedAt', value: (row) => row.recordedAt },
];

/** The ledger as CSV, a piece at a time. */
export async function* ledgerCsv(
  pieces: AsyncIterable<readonly LedgerRow[]>,
  hasMark: boolean,
): AsyncGenerator<string, void> {
  let header = csvHeader(COLUMNS, hasMark);
  for await (const rows of pieces) {
    yield header + csvLines(COLUMNS, rows);
    header = '';
  }
  if (header !== '') {
    yield header;
  }
}
