import { oneLine } from './fields.js';
import type { Vocabulary } from './vocabulary.js';

export interface Column {
  readonly index: number;
  readonly name: string;
}

/** The cell of a column; blank where the row is shorter than the header. */
export const cellOf = (cells: readonly string[], { index }: Column): string => cells[index] ?? '';

/** Where the value of a field comes from: columns as they are, or one column through a map. */
export type FieldSource =
  | { readonly kind: 'COLUMNS'; readonly columns: readonly Column[] }
  | {
      readonly kind: 'MAP';
      readonly column: Column;
      readonly map: ReadonlyMap<string, string | null>;
      /** For any other value, also blank; undefined: such a row is refused. */
      readonly other: string | null | undefined;
    };

export type FieldSources<F extends string> = Readonly<Partial<Record<F, FieldSource>>>;

export type Json = Readonly<Record<string, unknown>>;

/** Takes a problem of a mapping and its place in it. */
export type Report = (place: readonly string[], message: string) => void;

const MOST_NAMES_IN_A_MESSAGE = 40;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part of the mapping; empty where it is left out. */
export const sectionOf = (input: Json, name: string, report: Report): Json => {
  const value = input[name];
  if (isObject(value)) {
    return value;
  }
  if (value !== undefined && value !== null) {
    report([name], `${name} must be an object.`);
  }
  return {};
};

/** Finds a column of the file by its name and reports one that is not there, or there twice. */
export type ColumnFinder = (name: unknown, place: readonly string[]) => Column | null;

export const columnFinder = (header: readonly string[], report: Report): ColumnFinder => {
  const names = header.map(oneLine);
  return (name, place) => {
    if (typeof name !== 'string' || name.trim() === '') {
      report(place, 'The name of a column must be a text.');
      return null;
    }
    const wanted = oneLine(name);
    const index = names.indexOf(wanted);
    if (index < 0) {
      report(place, `The file has no column "${wanted}". ${columnsOf(names)}`);
      return null;
    }
    const count = names.filter((each) => each === wanted).length;
    if (count > 1) {
      report(
        place,
        `The file has ${count} columns "${wanted}", so it is not clear which one is meant: give them different names.`,
      );
      return null;
    }
    return { index, name: wanted };
  };
};

const columnsOf = (names: readonly string[]): string => {
  const distinct = [...new Set(names)].filter((name) => name !== '');
  const more = distinct.length - MOST_NAMES_IN_A_MESSAGE;
  return `It has: ${distinct.slice(0, MOST_NAMES_IN_A_MESSAGE).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
};

const knownFields = <F extends string>(
  section: Json,
  name: string,
  { fields, others, thing }: Vocabulary<F>,
  report: Report,
): readonly (readonly [F, unknown])[] =>
  Object.entries(section).flatMap(([stated, value]) => {
    const field = fields.find((each) => each === stated);
    if (field === undefined) {
      report([name, stated], `"${stated}" is no field of ${thing}; there are: ${[...fields, ...others].join(', ')}.`);
      return [];
    }
    return [[field, value] as const];
  });

/** `columns`: each field from a column, or from several that are joined. */
export const readColumns = <F extends string>(
  section: Json,
  vocabulary: Vocabulary<F>,
  columnNamed: ColumnFinder,
  report: Report,
): FieldSources<F> =>
  fromEntries(
    knownFields(section, 'columns', vocabulary, report).map(([field, value]) => {
      const place = ['columns', field];
      if (Array.isArray(value) && value.length === 0) {
        report(place, 'The list of columns is empty.');
      }
      const columns = Array.isArray(value)
        ? (value as unknown[]).map((name, position) => columnNamed(name, [...place, String(position)]))
        : [columnNamed(value, place)];
      return [field, { kind: 'COLUMNS' as const, columns: columns.filter((column) => column !== null) }];
    }),
  );

const fromEntries = <F extends string, T>(entries: readonly (readonly [F, T])[]): Readonly<Partial<Record<F, T>>> =>
  Object.fromEntries(entries) as Partial<Record<F, T>>;

/** `values`: each field from one column through a map. */
export const readValues = <F extends string>(
  section: Json,
  vocabulary: Vocabulary<F>,
  columnNamed: ColumnFinder,
  report: Report,
): FieldSources<F> => {
  const sources: Partial<Record<F, FieldSource>> = {};
  for (const [field, value] of knownFields(section, 'values', vocabulary, report)) {
    const place = ['values', field];
    if (!isObject(value) || !isObject(value.map)) {
      report(place, `values.${field} must be an object with a column and a map.`);
      continue;
    }
    for (const key of Object.keys(value).filter((each) => each !== 'column' && each !== 'map')) {
      report([...place, key], `"${key}" is no part of it; there are: column, map.`);
    }
    const column = columnNamed(value.column, [...place, 'column']);
    const map = readMap(field, value.map, vocabulary, report);
    if (column) {
      const other = map.get('*');
      map.delete('*');
      sources[field] = { kind: 'MAP', column, map, other };
    }
  }
  return sources;
};

const readMap = <F extends string>(
  field: F,
  map: Json,
  vocabulary: Vocabulary<F>,
  report: Report,
): Map<string, string | null> => {
  const read = new Map<string, string | null>();
  for (const [from, to] of Object.entries(map)) {
    const place = ['values', field, 'map', from];
    const key = oneLine(from);
    if (read.has(key)) {
      report(place, `"${key}" stands in the map twice.`);
    }
    const value = typeof to === 'string' ? vocabulary.asField(field, to) : to;
    if (value === null && vocabulary.mayBeBlank(field)) {
      read.set(key, null);
    } else if (typeof value !== 'string' || value === '') {
      report(place, `It must lead to a value of ${field}.`);
    } else {
      reportFault(vocabulary.faultOf(field, value), place, report);
      read.set(key, value);
    }
  }
  return read;
};

const reportFault = (fault: string | null, place: readonly string[], report: Report): void => {
  if (fault !== null) {
    report(place, fault);
  }
};

/** `defaults`: what counts where the file says nothing. */
export const readDefaults = <F extends string>(
  section: Json,
  vocabulary: Vocabulary<F>,
  report: Report,
): Readonly<Partial<Record<F, string>>> =>
  fromEntries(
    knownFields(section, 'defaults', vocabulary, report).flatMap(([field, value]) => {
      const place = ['defaults', field];
      const objection = vocabulary.noDefault(field);
      if (objection !== null) {
        report(place, objection);
        return [];
      }
      if (value === null) {
        return [];
      }
      const text = typeof value === 'string' ? vocabulary.asField(field, value) : '';
      if (text === '') {
        report(place, 'A default must be a text that is not blank.');
        return [];
      }
      reportFault(vocabulary.faultOf(field, text), place, report);
      return [[field, text] as const];
    }),
  );
