import type { Remark } from './visits.js';

/** What became of one row of a file. */
export interface Outcome<Status extends string> {
  readonly line: number;
  readonly outcome: Status;
  /** Why it was refused; else what was left out or kept. */
  readonly remarks: readonly Remark[];
}

export interface ReportedRow extends Remark {
  readonly line: number;
  readonly level: 'refused' | 'warning';
}

/** The answer to an import: `rowsRead` is the sum of the counts; `warnings` counts each warning. */
export type Report<Count extends string> = Readonly<Record<Count, number>> & {
  readonly rowsRead: number;
  readonly warnings: number;
  /** By line, at most 1,000. Where there are more, refusals go before warnings. */
  readonly rows: readonly ReportedRow[];
  readonly truncated: boolean;
};

export const MOST_REPORTED_ROWS = 1_000;

/** How the rows of a kind of import are reported: the count of each status, in the order they are shown. */
export interface Reporting<Status extends string, Count extends string> {
  readonly empty: Report<Count>;
  /** The report with more rows told of. */
  readonly with: (report: Report<Count>, outcomes: readonly Outcome<Status>[]) => Report<Count>;
  /** The counts in words: `2 created, 0 refused`. */
  readonly summary: (report: Report<Count>) => string;
}

export const reporting = <Status extends string, Count extends string>(
  countOf: Readonly<Record<Status, Count>>,
): Reporting<Status, Count> => {
  const counts = Object.entries<Count>(countOf) as [Status, Count][];
  const counted = (of: (status: Status, count: Count) => number) =>
    Object.fromEntries(counts.map(([status, count]) => [count, of(status, count)])) as Record<Count, number>;
  return {
    empty: { rowsRead: 0, ...counted(() => 0), warnings: 0, rows: [], truncated: false },
    with: (report, outcomes) => {
      const told = outcomes.flatMap(({ line, outcome, remarks }) =>
        remarks.map((remark): ReportedRow => ({
          line,
          level: outcome === 'REFUSED' ? 'refused' : 'warning',
          ...remark,
        })),
      );
      const rows = [...report.rows, ...told];
      return {
        rowsRead: report.rowsRead + outcomes.length,
        ...counted((status, count) => report[count] + outcomes.filter(({ outcome }) => outcome === status).length),
        warnings: report.warnings + told.filter(({ level }) => level === 'warning').length,
        rows: mostImportant(rows),
        truncated: report.truncated || rows.length > MOST_REPORTED_ROWS,
      };
    },
    summary: (report) => counts.map(([, count]) => `${report[count]} ${count}`).join(', '),
  };
};

const mostImportant = (rows: readonly ReportedRow[]): readonly ReportedRow[] => {
  const at = (level: ReportedRow['level']): readonly ReportedRow[] => rows.filter((row) => row.level === level);
  return [...at('refused'), ...at('warning')].slice(0, MOST_REPORTED_ROWS).sort((a, b) => a.line - b.line);
};

export type RowOutcome = Outcome<'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REFUSED'>;

/** How an import of initiatives is reported. */
export const INITIATIVE_REPORTING = reporting({
  CREATED: 'created',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  REFUSED: 'refused',
});

export type ImportReport = typeof INITIATIVE_REPORTING.empty;

export const EMPTY_REPORT: ImportReport = INITIATIVE_REPORTING.empty;

export const reportWith = INITIATIVE_REPORTING.with;
