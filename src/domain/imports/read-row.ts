import { IMPORT_FIELDS, initiativeVocabulary, shortened, type ImportField, type RowAttributes } from './fields.js';
import type { ImportMapping } from './mapping.js';
import { cellOf } from './mapping-fields.js';
import { tellField } from './tell-field.js';
import {
  readEntries,
  readHistory,
  type Course,
  type CourseReading,
  type CourseSurroundings,
  type Remark,
} from './visits.js';

/** One row of the file as an initiative. */
export interface ReadRow {
  readonly externalRef: string;
  /** What the file says; null where it says through a map that there is none. */
  readonly stated: Partial<RowAttributes>;
  /** What a new initiative gets where the file says nothing. */
  readonly assumed: Partial<RowAttributes>;
  readonly course: Course;
  /** Where a new initiative stands when the file does not say. */
  readonly assumedStage: string | null;
}

export type RowReading =
  | { readonly ok: true; readonly row: ReadRow; readonly warnings: readonly Remark[] }
  | { readonly ok: false; readonly externalRef: string | null; readonly refusals: readonly Remark[] };

const LONGEST_VALUE = 500;

/**
 * Reads one row by a checked mapping; `cells` are the trimmed cells in the order of the header. Refused with every reason
 * at once: a needed value that is blank, a value a map does not know, one a field cannot take, and a course that cannot be.
 */
export const readRow = (
  cells: readonly string[],
  mapping: ImportMapping,
  surroundings: CourseSurroundings,
): RowReading => {
  const vocabulary = initiativeVocabulary(surroundings.stageKeys);
  const told = new Map(
    IMPORT_FIELDS.map((field) => [
      field,
      tellField(vocabulary, field, cells, {
        source: mapping.sources[field],
        // Parts that are blank are left out, so that no name begins with a separator.
        separator: field === 'externalRef' ? ' / ' : '\n\n',
        hasDefault: mapping.defaults[field] !== undefined,
      }),
    ]),
  );
  const valueOf = (field: ImportField): string | null => told.get(field)?.value ?? null;
  const { course, warnings, refusals } = courseOf(cells, mapping, valueOf('stage'), surroundings);
  const externalRef = valueOf('externalRef');
  const all = [...[...told.values()].map(({ refusal }) => refusal).filter((refusal) => refusal !== null), ...refusals];
  if (all.length > 0 || externalRef === null) {
    return { ok: false, externalRef, refusals: all.map(withShortValue) };
  }
  const stated = [...told]
    .filter(([field, { value }]) => isAttribute(field) && value !== undefined)
    .map(([field, { value }]) => [field, value] as const);
  const assumed = Object.entries(mapping.defaults).filter(([field]) => isAttribute(field as ImportField));
  return {
    ok: true,
    row: {
      externalRef,
      stated: Object.fromEntries(stated),
      assumed: Object.fromEntries(assumed),
      course,
      assumedStage: mapping.defaults.stage ?? null,
    },
    warnings: warnings.map(withShortValue),
  };
};

const isAttribute = (field: ImportField): boolean => field !== 'externalRef' && field !== 'stage';

const withShortValue = (remark: Remark): Remark => ({
  ...remark,
  value: remark.value === null ? null : shortened(remark.value, LONGEST_VALUE),
});

const courseOf = (
  cells: readonly string[],
  mapping: ImportMapping,
  statedStage: string | null,
  surroundings: CourseSurroundings,
): CourseReading => {
  if (!mapping.visits) {
    return readEntries(cells, mapping, statedStage, surroundings);
  }
  const reading = readHistory(cells, mapping.visits, mapping.dateFormats, surroundings);
  const last = reading.course.stageKey;
  if (last === null) {
    return { ...reading, course: { dated: [], stageKey: statedStage } };
  }
  if (statedStage === null || statedStage === last) {
    return reading;
  }
  const reason = `The history ends in ${last}, and the stage is said to be ${statedStage}. The history counts.`;
  return { ...reading, warnings: [{ column: mapping.visits.name, value: cellOf(cells, mapping.visits), reason }] };
};
