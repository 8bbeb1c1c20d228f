import type { Action } from '../../../domain/access/access.js';
import { csvHeader, csvLines, type CsvColumn } from '../../../platform/csv/write-csv.js';
import type { ExportScope } from '../queries/export-scopes.js';
import { withCommon, type Parameters, type ValuesOf } from './parameters.js';

/** An export as the table of exports has it: everything that is told of it, and how its text is made. */
export interface ExportFile {
  /** Its address is this name with `.csv`. */
  readonly name: string;
  readonly about: string;
  /** What it takes to have it, beside being a member. */
  readonly action: Action;
  readonly parameters: Parameters;
  readonly columns: readonly string[];
  /** Begins to make the text, a piece at a time: when it comes back the question was understood. */
  readonly begin: (
    scope: ExportScope,
    values: Readonly<Record<string, unknown>>,
    hasMark: boolean,
  ) => Promise<AsyncGenerator<string, void>>;
}

/** An export as it is written down: `rows` gives them some at a time, or all at once. */
interface Definition<Asked extends Parameters, Row> {
  readonly name: string;
  readonly about: string;
  /** Left out: whoever may read the portfolio. */
  readonly action?: Action;
  /** Those of its own, beside the portfolio and the mark. */
  readonly parameters: Asked;
  readonly columns: readonly CsvColumn<Row>[];
  readonly rows: (
    scope: ExportScope,
    values: ValuesOf<Asked>,
  ) => Promise<AsyncIterable<readonly Row[]> | readonly Row[]>;
}

/** An export for the table of exports. */
export const exportFile = <Asked extends Parameters, Row>({
  columns,
  rows,
  action = 'portfolio:read',
  ...told
}: Definition<Asked, Row>): ExportFile => ({
  ...told,
  action,
  parameters: withCommon(told.parameters),
  columns: columns.map(({ name }) => name),
  // The values were read by these very parameters.
  begin: async (scope, values, hasMark) =>
    csvOf(columns, inPieces(await rows(scope, values as ValuesOf<Asked>)), hasMark),
});

async function* inPieces<Row>(
  rows: AsyncIterable<readonly Row[]> | readonly Row[],
): AsyncGenerator<readonly Row[], void> {
  if (Symbol.asyncIterator in rows) {
    yield* rows;
  } else {
    yield rows;
  }
}

async function* csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  pieces: AsyncIterable<readonly Row[]>,
  hasMark: boolean,
): AsyncGenerator<string, void> {
  let header = csvHeader(columns, hasMark);
  for await (const rows of pieces) {
    yield header + csvLines(columns, rows);
    header = '';
  }
  if (header !== '') {
    yield header;
  }
}
