import { CsvError, parse, type Parser } from 'csv-parse';

/** A row of the file with the line it begins on, as an editor counts: 1 is the header. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What makes the rest of the file unreadable, at the line where the row begins that does not end. */
export interface CsvBreak {
  readonly line: number;
  readonly reason: string;
}

const LINE_BREAK = /\r\n|\n|\r/g;
const LONGEST_ROW = 1_000_000;

/**
 * Reads CSV (RFC 4180, with a comma or another separator) row by row, the header included; a cell may hold line breaks inside quotes, and blank lines are
 * passed over. Where a quote is not closed, or a row is longer than 1,000,000 characters, it ends with a break. Every row
 * before that has been given.
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter = ','): AsyncGenerator<CsvRow | CsvBreak> {
  const taken: CsvRow[] = [];
  let line = 1;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (found: unknown) => {
      const { record, raw } = found as { record: string[]; raw: string };
      if (record.length > 1 || record[0] !== '') {
        taken.push({ line, cells: record });
      }
      line += raw.match(LINE_BREAK)?.length ?? 0;
      // Nothing is kept for reading: a stream that fails forgets what it has not handed out.
      return undefined;
    },
  });
  parser.on('error', () => undefined);
  let failure: Error | null = null;
  for await (const piece of text) {
    failure = await written(parser, piece);
    yield* taken.splice(0);
    if (failure) {
      break;
    }
  }
  failure ??= await ended(parser);
  yield* taken.splice(0);
  if (failure) {
    yield { line, reason: reasonOf(failure) };
  }
}

const written = (parser: Parser, piece: string): Promise<Error | null> =>
  new Promise((resolve) => {
    parser.write(piece, (error) => {
      resolve(error ?? null);
    });
  });

const ended = (parser: Parser): Promise<Error | null> =>
  new Promise((resolve) => {
    parser.once('finish', () => {
      resolve(null);
    });
    parser.once('error', resolve);
    parser.end();
  });

const reasonOf = (failure: Error): string => {
  if (failure instanceof CsvError && failure.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'A quote that begins in this row is not closed until the end of the file, so nothing after it can be read.';
  }
  if (failure instanceof CsvError && failure.code === 'CSV_MAX_RECORD_SIZE') {
    return 'This row is longer than 1,000,000 characters, so a quote in it is probably not closed; nothing after it can be read.';
  }
  throw failure;
};
