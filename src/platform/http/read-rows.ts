import { isUtf8 } from 'node:buffer';
import { readCsv } from '../csv/read-csv.js';

/** What of a body cannot be read, and where: `measurements.3`, `line 4`, or the body itself. */
export interface RowProblem {
  readonly place: string;
  readonly message: string;
}

export type SentRow = Readonly<Record<string, unknown>>;

/** The rows of a body, the type of content that is not taken, or everything that cannot be read. */
export type RowsRead =
  | { readonly state: 'ROWS'; readonly rows: readonly SentRow[] }
  | { readonly state: 'OTHER_TYPE' }
  | { readonly state: 'UNREADABLE'; readonly problems: readonly RowProblem[] };

/** How rows are sent: under which name in JSON, and with which columns; those with a `?` may be left out. */
export interface RowForm {
  readonly list: string;
  readonly columns: readonly string[];
}

const unreadable = (place: string, message: string): RowsRead => ({
  state: 'UNREADABLE',
  problems: [{ place, message }],
});

const isRecord = (value: unknown): value is SentRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

const nameOf = (column: string): string => column.replace('?', '');

/**
 * Reads the rows of a request that was sent as JSON (`{"<list>": [{...}]}`) or as CSV in UTF-8 with a header. In CSV an empty
 * cell is left out. It looks at the form only: what a value must be is for who knows its meaning.
 */
export const readRows = async (body: unknown, contentType: string | undefined, form: RowForm): Promise<RowsRead> => {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'text/csv' && Buffer.isBuffer(body)) {
    return isUtf8(body) ? csvRows(body.toString('utf8'), form) : unreadable('body', 'The CSV is not in UTF-8.');
  }
  return type === 'application/json' ? jsonRows(body, form) : { state: 'OTHER_TYPE' };
};

const jsonRows = (body: unknown, { list, columns }: RowForm): RowsRead => {
  const rows = isRecord(body) ? body[list] : undefined;
  if (!Array.isArray(rows)) {
    return unreadable('body', `Send a JSON object with the list ${list}: {"${list}": [...]}.`);
  }
  const names = columns.map(nameOf);
  const problems = (rows as readonly unknown[]).flatMap((row, index): readonly RowProblem[] => {
    const place = `${list}.${index}`;
    return isRecord(row)
      ? Object.keys(row)
          .filter((name) => !names.includes(name))
          .map((name) => ({ place, message: `${JSON.stringify(name)} is no field; there are: ${names.join(', ')}.` }))
      : [{ place, message: `It must be an object with ${names.join(', ')}.` }];
  });
  return problems.length > 0 ? { state: 'UNREADABLE', problems } : { state: 'ROWS', rows: rows as readonly SentRow[] };
};

const csvRows = async (text: string, { columns }: RowForm): Promise<RowsRead> => {
  const problems: RowProblem[] = [];
  const rows: SentRow[] = [];
  let header: readonly string[] | null = null;
  for await (const row of readCsv(pieces(text))) {
    const place = `line ${row.line}`;
    if ('reason' in row) {
      problems.push({ place, message: row.reason });
    } else if (header === null) {
      header = row.cells.map((cell) => cell.trim());
      problems.push(...headerProblems(header, columns).map((message) => ({ place, message })));
    } else if (row.cells.length > header.length) {
      problems.push({ place, message: `It has ${row.cells.length} cells, and the header ${header.length}.` });
    } else {
      rows.push(Object.fromEntries(header.flatMap((name, at) => cellOf(name, row.cells[at]))));
    }
  }
  if (header === null) {
    return unreadable('body', `The CSV is empty; it begins with a header: ${columns.map(nameOf).join(',')}.`);
  }
  return problems.length > 0 ? { state: 'UNREADABLE', problems } : { state: 'ROWS', rows };
};

const cellOf = (name: string, cell: string | undefined): readonly (readonly [string, string])[] =>
  cell === undefined || cell.trim() === '' ? [] : [[name, cell.trim()]];

const headerProblems = (header: readonly string[], columns: readonly string[]): readonly string[] => {
  const names = columns.map(nameOf);
  const missing = columns.filter((column) => !column.endsWith('?') && !header.includes(column));
  const unknown = header.filter((name) => !names.includes(name));
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  return [
    ...missing.map((name) => `The column ${name} is missing.`),
    ...unknown.map((name) => `${JSON.stringify(name)} is no column; there are: ${names.join(', ')}.`),
    ...twice.map((name) => `The column ${JSON.stringify(name)} is there twice.`),
  ];
};

async function* pieces(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}
