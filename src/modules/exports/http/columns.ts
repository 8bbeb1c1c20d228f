import type { CsvColumn } from '../../../platform/csv/write-csv.js';

/** What stands between several values of one cell. */
const BETWEEN = '; ';

/** A value as it comes from a query; several are joined. */
export type Cell = string | number | boolean | null | readonly string[];

const textOf = (value: Cell): string | null => {
  if (value === null) {
    return null;
  }
  return typeof value === 'object' ? value.join(BETWEEN) : String(value);
};

/** Columns of what rows have under the same names, in this order; of those that are numbers, a minus is a minus. */
export const cells = <Name extends string>(
  names: readonly Name[],
  numeric: readonly Name[] = [],
): readonly CsvColumn<Readonly<Record<Name, Cell>>>[] =>
  names.map((name) => ({
    name,
    value: (row) => textOf(row[name]),
    ...(numeric.includes(name) ? { isNumber: true } : {}),
  }));

/** A column whose value is made from a row. */
export const cell = <Row>(name: string, value: (row: Row) => Cell): CsvColumn<Row> => ({
  name,
  value: (row) => textOf(value(row)),
});

/** The same for a number. */
export const number = <Row>(name: string, value: (row: Row) => Cell): CsvColumn<Row> => ({
  ...cell(name, value),
  isNumber: true,
});
