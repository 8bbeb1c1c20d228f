import { oneLine } from './fields.js';
import { cellOf, type FieldSource } from './mapping-fields.js';
import type { Remark } from './visits.js';
import type { Vocabulary } from './vocabulary.js';

/** What a row says of one field. */
export interface Told {
  /** Undefined: the file says nothing; null: it says through a map that there is none. */
  readonly value: string | null | undefined;
  readonly refusal: Remark | null;
}

interface Telling {
  /** Undefined: the mapping does not name the field. */
  readonly source: FieldSource | undefined;
  /** What stands between the texts of several columns. */
  readonly separator: string;
  readonly hasDefault: boolean;
}

/**
 * Reads one field of a row; `cells` are the trimmed cells in the order of the header. Blank cells of several are left out.
 * Refused where a needed value is blank and has no default, where a map does not know the value and has no `*`, and where
 * the field cannot take it.
 */
export const tellField = <F extends string>(
  vocabulary: Vocabulary<F>,
  field: F,
  cells: readonly string[],
  { source, separator, hasDefault }: Telling,
): Told => {
  if (!source) {
    return { value: undefined, refusal: null };
  }
  const columns = source.kind === 'MAP' ? [source.column] : source.columns;
  const parts = columns.map((column) => vocabulary.asField(field, cellOf(cells, column))).filter((part) => part !== '');
  const written = vocabulary.asField(field, parts.join(separator));
  return source.kind === 'MAP'
    ? throughMap(field, source, written, hasDefault)
    : asItIs(vocabulary, field, source, written, hasDefault);
};

const namesOf = (source: FieldSource): string =>
  source.kind === 'MAP' ? source.column.name : source.columns.map(({ name }) => name).join(' / ');

const throughMap = (
  field: string,
  source: FieldSource & { kind: 'MAP' },
  written: string,
  hasDefault: boolean,
): Told => {
  const mapped = source.map.get(oneLine(written));
  const value = mapped === undefined ? source.other : mapped;
  if (value !== undefined) {
    return { value, refusal: null };
  }
  if (written === '' && hasDefault) {
    return { value: undefined, refusal: null };
  }
  const reason =
    written === ''
      ? `It is blank, and the map of ${field} has no "*".`
      : `The map of ${field} knows no such value and has no "*".`;
  return { value: undefined, refusal: { column: namesOf(source), value: written, reason } };
};

const asItIs = <F extends string>(
  vocabulary: Vocabulary<F>,
  field: F,
  source: FieldSource & { kind: 'COLUMNS' },
  written: string,
  hasDefault: boolean,
): Told => {
  if (written === '') {
    return vocabulary.mayBeBlank(field) || hasDefault
      ? { value: undefined, refusal: null }
      : {
          value: undefined,
          refusal: { column: namesOf(source), value: '', reason: `${field} is needed, and it is blank.` },
        };
  }
  const reason = vocabulary.faultOf(field, written);
  return reason === null
    ? { value: written, refusal: null }
    : { value: undefined, refusal: { column: namesOf(source), value: written, reason } };
};
