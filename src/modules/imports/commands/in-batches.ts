import type { Outcome, Report, Reporting } from '../../../domain/imports/report.js';
import type { CsvBreak, CsvRow } from '../../../platform/csv/read-csv.js';
import { ImportStopped } from './import-stopped.js';

/** How the rows of a file are taken in. */
export interface Taking<Row extends { readonly line: number }, Status extends string, Count extends string> {
  /** Rows of a transaction. */
  readonly size: number;
  /** What a row of the file holds: one row to take in, or several, or none. */
  readonly read: (row: CsvRow | CsvBreak) => readonly Row[];
  /** Takes a batch in: all of it or, where it throws, none. */
  readonly take: (batch: readonly Row[]) => Promise<readonly Outcome<Status>[]>;
  readonly reporting: Reporting<Status, Count>;
}

/**
 * Takes the rows of a file in, batch by batch, and holds one batch at a time. Where a batch fails it stops with
 * ImportStopped, and the batches before stand.
 */
export const takeInBatches = async <Row extends { readonly line: number }, Status extends string, Count extends string>(
  rows: AsyncIterable<CsvRow | CsvBreak>,
  { size, read, take, reporting }: Taking<Row, Status, Count>,
): Promise<Report<Count>> => {
  let report = reporting.empty;
  for await (const batch of inBatches(rows, read, size)) {
    try {
      report = reporting.with(report, await take(batch));
    } catch (error) {
      throw new ImportStopped(report, reporting.summary(report), batch[0]?.line ?? 1, error);
    }
  }
  return report;
};

async function* inBatches<Row>(
  rows: AsyncIterable<CsvRow | CsvBreak>,
  read: (row: CsvRow | CsvBreak) => readonly Row[],
  size: number,
): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    for (const each of read(row)) {
      batch.push(each);
      if (batch.length === size) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
