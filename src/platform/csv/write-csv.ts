import { stringify } from 'csv-stringify/sync';

/** A column of a file: its name in the header, and what a row has there. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | null;
  /** True: its values are numbers, and a minus is a minus. */
  readonly isNumber?: true;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
// Signs of a formula, also in full width; and whatever has apostrophes before such a sign, so that nothing is lost in writing.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MARK = "'";

/** A text that no spreadsheet takes for a formula: where it begins like one, an apostrophe goes before it. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `${MARK}${text}` : text);

/**
 * Writes rows as CSV (RFC 4180): lines end with CR LF, cells with commas, quotes or line breaks stand in quotes, and what
 * is not there is an empty cell. No cell is taken for a formula by a spreadsheet.
 */
export const csvLines = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  written(
    rows.map((row) =>
      columns.map(({ value, isNumber }) => {
        const text = value(row) ?? '';
        return isNumber && NUMBER.test(text) ? text : harmless(text);
      }),
    ),
  );

/** The header of a file; with `hasMark` a byte order mark goes before it, by which Excel knows UTF-8. */
export const csvHeader = <Row>(columns: readonly CsvColumn<Row>[], hasMark: boolean): string =>
  `${hasMark ? '\uFEFF' : ''}${written([columns.map(({ name }) => name)])}`;

const written = (records: string[][]): string =>
  stringify(records, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
