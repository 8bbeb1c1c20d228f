import { oneLine } from '../fields.js';
import { columnFinder, type Column, type Json, type Report } from '../mapping-fields.js';
import { LIST_FIELDS, type ListField } from './effort-fields.js';

/** Columns whose texts become a list, each cell split where a separator is stated. */
export interface ListSource {
  readonly columns: readonly Column[];
  readonly separator: string | null;
}

/**
 * `columns` and `split` of the fields that are lists. A name that the header has several times means all of these columns:
 * so are labels exported where each has a column of its own.
 */
export const readListSources = (
  inColumns: Json,
  split: Json,
  header: readonly string[],
  report: Report,
): Readonly<Partial<Record<ListField, ListSource>>> => {
  for (const name of Object.keys(split).filter((each) => !LIST_FIELDS.some((field) => field === each))) {
    report(['split', name], `"${name}" is no list of an entry; there are: ${LIST_FIELDS.join(', ')}.`);
  }
  return Object.fromEntries(
    LIST_FIELDS.flatMap((field) => {
      const separator = readSeparator(field, split, inColumns, report);
      return Object.hasOwn(inColumns, field)
        ? [[field, { columns: columnsOf(field, inColumns[field], header, report), separator }]]
        : [];
    }),
  );
};

const columnsOf = (field: ListField, input: unknown, header: readonly string[], report: Report): readonly Column[] => {
  const place = ['columns', field];
  const names: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (names.length === 0) {
    report(place, 'The list of columns is empty.');
  }
  const known = header.map(oneLine);
  // Names that stand several times are taken as they are; all others are reported where they are not there.
  const columnNamed = columnFinder([...new Set(known)], report);
  return names.flatMap((name, position) => {
    const found = columnNamed(name, Array.isArray(input) ? [...place, String(position)] : place);
    return known.flatMap((each, index) => (each === found?.name ? [{ index, name: each }] : []));
  });
};

const readSeparator = (field: ListField, split: Json, inColumns: Json, report: Report): string | null => {
  const separator = split[field] ?? null;
  if (separator === null) {
    return null;
  }
  if (typeof separator !== 'string' || separator === '') {
    report(['split', field], 'It must be the text that stands between two of them, such as ",".');
    return null;
  }
  if (!Object.hasOwn(inColumns, field)) {
    report(['split', field], `${field} come from nowhere: name their column.`);
  }
  return separator;
};
