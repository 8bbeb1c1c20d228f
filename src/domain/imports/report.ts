import type { Remark } from './visits.js';

/** What became of one row of the file. */
export interface RowOutcome {
  readonly line: number;
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REFUSED';
  /** Why it was refused; else what was left out or kept. */
  readonly remarks: readonly Remark[];
}

export interface ReportedRow extends Remark {
  readonly line: number;
  readonly level: 'refused' | 'warning';
}

/** The answer to an import: `rowsRead` is the sum of created, updated, unchanged and refused; `warnings` counts each warning. */
export interface ImportReport {
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warnings: number;
  /** By line, at most 1,000. Where there are more, refusals go before warnings. */
  readonly rows: readonly ReportedRow[];
  readonly truncated: boolean;
}

export const MOST_REPORTED_ROWS = 1_000;

export const EMPTY_REPORT: ImportReport = {
  rowsRead: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  warnings: 0,
  rows: [],
  truncated: false,
};

/** The report with more rows told of. */
export const reportWith = (report: ImportReport, outcomes: readonly RowOutcome[]): ImportReport => {
  const count = (outcome: RowOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  const told = outcomes.flatMap(({ line, outcome, remarks }) =>
    remarks.map((remark): ReportedRow => ({ line, level: outcome === 'REFUSED' ? 'refused' : 'warning', ...remark })),
  );
  const rows = [...report.rows, ...told];
  return {
    rowsRead: report.rowsRead + outcomes.length,
    created: report.created + count('CREATED'),
    updated: report.updated + count('UPDATED'),
    unchanged: report.unchanged + count('UNCHANGED'),
    refused: report.refused + count('REFUSED'),
    warnings: report.warnings + told.filter(({ level }) => level === 'warning').length,
    rows: mostImportant(rows),
    truncated: report.truncated || rows.length > MOST_REPORTED_ROWS,
  };
};

const mostImportant = (rows: readonly ReportedRow[]): readonly ReportedRow[] => {
  const at = (level: ReportedRow['level']): readonly ReportedRow[] => rows.filter((row) => row.level === level);
  return [...at('refused'), ...at('warning')].slice(0, MOST_REPORTED_ROWS).sort((a, b) => a.line - b.line);
};
