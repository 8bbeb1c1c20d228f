import type { ImportMapping } from '../../../domain/imports/mapping.js';
import { readRow } from '../../../domain/imports/read-row.js';
import type { CourseSurroundings, Remark } from '../../../domain/imports/visits.js';
import { tidy } from '../../../domain/basics/text.js';
import type { CsvBreak, CsvRow } from '../../../platform/csv/read-csv.js';
import type { BatchRow } from './import-batch.js';

/**
 * Reads the rows of one file one after the other. It remembers every externalRef with its line: a later row with the same
 * one is refused and names the earlier line, whatever became of that.
 */
export const rowReader = (
  header: readonly string[],
  mapping: ImportMapping,
  surroundings: CourseSurroundings,
): ((row: CsvRow | CsvBreak) => BatchRow) => {
  const lineOf = new Map<string, number>();
  const columns = mapping.sources.externalRef?.kind === 'COLUMNS' ? mapping.sources.externalRef.columns : [];
  const referenceColumn = columns.map(({ name }) => name).join(' / ');

  const repeated = (externalRef: string | null, line: number): readonly Remark[] => {
    if (externalRef === null) {
      return [];
    }
    const earlier = lineOf.get(externalRef);
    if (earlier === undefined) {
      lineOf.set(externalRef, line);
      return [];
    }
    const reason = `Line ${earlier} has the same externalRef already.`;
    return [{ column: referenceColumn, value: externalRef, reason }];
  };

  return (row) => {
    if ('reason' in row) {
      return refused(row.line, [{ column: null, value: null, reason: row.reason }]);
    }
    if (row.cells.length !== header.length) {
      const reason = `The row has ${row.cells.length} cells, and the header has ${header.length}: a separator or a quote is missing or too many.`;
      return refused(row.line, [{ column: null, value: null, reason }]);
    }
    const reading = readRow(row.cells.map(tidy), mapping, surroundings);
    const repeats = repeated(reading.ok ? reading.row.externalRef : reading.externalRef, row.line);
    if (!reading.ok) {
      return refused(row.line, [...reading.refusals, ...repeats]);
    }
    return repeats.length > 0
      ? refused(row.line, repeats)
      : { line: row.line, row: reading.row, warnings: reading.warnings };
  };
};

const refused = (line: number, refusals: readonly Remark[]): BatchRow => ({ line, row: null, refusals });
