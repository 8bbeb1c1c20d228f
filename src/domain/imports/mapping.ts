import { accept, invalid, refuse, type Refusal, type Result } from '../basics/result.js';
import { FIELD_RULES, IMPORT_FIELDS, initiativeVocabulary, type ImportField } from './fields.js';
import {
  columnFinder,
  isObject,
  readColumns,
  readDefaults,
  readValues,
  sectionOf,
  type Column,
  type ColumnFinder,
  type FieldSources,
  type Json,
  type Report,
} from './mapping-fields.js';
import { parseDateFormat, type DateFormat } from './read-date.js';

export const ENCODINGS = ['utf-8', 'latin1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the columns of a file become initiatives: checked against the header of the file and the stages of the template. */
export interface ImportMapping {
  readonly dateFormats: readonly DateFormat[];
  readonly sources: FieldSources<ImportField>;
  /** In the template's order. */
  readonly enteredOn: readonly { readonly stageKey: string; readonly column: Column }[];
  readonly visits: Column | null;
  readonly defaults: Readonly<Partial<Record<ImportField, string>>>;
}

export interface MappingSurroundings {
  readonly header: readonly string[];
  /** Keys of the template's stages, in order. */
  readonly stageKeys: readonly string[];
}

const KEYS = ['encoding', 'separator', 'dateFormats', 'columns', 'values', 'enteredOn', 'visits', 'defaults'];
const DEFAULT_DATE_FORMATS = ['yyyy-MM-dd'];
const NEEDED: readonly ImportField[] = IMPORT_FIELDS.filter((field) => !FIELD_RULES[field].mayBeBlank);

/** The encoding a mapping states; `utf-8` where it states none or an unknown one, which `parseMapping` reports. */
export const encodingOf = (mapping: unknown): Encoding =>
  isObject(mapping) && mapping.encoding === 'latin1' ? 'latin1' : 'utf-8';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const isSeparator = (value: unknown): value is Separator => SEPARATORS.some((separator) => separator === value);

/** What a mapping says stands between cells; a comma where it says nothing or something else, which `parseMapping` reports. */
export const separatorOf = (mapping: unknown): Separator =>
  isObject(mapping) && isSeparator(mapping.separator) ? mapping.separator : ',';

/** The separator a header seems to have that was read as one cell; null where it has several, or names one column. */
export const likelySeparator = (header: readonly string[]): Separator | null => {
  const [only = '', ...others] = header;
  return others.length > 0 ? null : (SEPARATORS.find((separator) => only.includes(separator)) ?? null);
};

/**
 * Checks a mapping against the header of the file and the template it is for. Refused with every problem at once, each
 * with its place in the mapping: unknown keys, fields, columns, stages, values, date formats and encodings, a column whose
 * name the header has twice, a field that is taken from two places, and a needed field that is taken from nowhere.
 */
export const parseMapping = (input: unknown, surroundings: MappingSurroundings): Result<ImportMapping> => {
  if (!isObject(input)) {
    return refuse(invalid(['mapping'], 'The mapping must be a JSON object.'));
  }
  const problems: Refusal[] = [];
  const report: Report = (place, message) => problems.push(invalid(['mapping', ...place], message));
  const columnNamed = columnFinder(surroundings.header, report);
  const vocabulary = initiativeVocabulary(surroundings.stageKeys);
  const [inColumns, inValues, inEnteredOn, inDefaults] = [
    sectionOf(input, 'columns', report),
    sectionOf(input, 'values', report),
    sectionOf(input, 'enteredOn', report),
    sectionOf(input, 'defaults', report),
  ];

  reportParts(input, KEYS, report);
  const dateFormats = readDateFormats(input.dateFormats, report);
  const columns = readColumns(inColumns, vocabulary, columnNamed, report);
  const values = readValues(inValues, vocabulary, columnNamed, report);
  const enteredOn = readEnteredOn(inEnteredOn, surroundings.stageKeys, columnNamed, report);
  const visits = readVisitsColumn(input.visits, enteredOn.length > 0, columnNamed, report);
  const defaults = readDefaults(inDefaults, vocabulary, report);

  reportTwoPlaces(IMPORT_FIELDS, inColumns, inValues, report);
  for (const field of NEEDED.filter((each) =>
    [inColumns, inValues, inDefaults].every((part) => (part[each] ?? null) === null),
  )) {
    report(
      ['columns', field],
      `${field} is needed and comes from nowhere: name its column${field === 'externalRef' ? '' : ', or give a default'}.`,
    );
  }
  return problems.length > 0
    ? refuse(...problems)
    : accept({ dateFormats, sources: { ...columns, ...values }, enteredOn, visits, defaults });
};

/** Reports parts a mapping does not have, and an encoding or a separator there is not. */
export const reportParts = (input: Json, parts: readonly string[], report: Report): void => {
  for (const key of Object.keys(input).filter((each) => !parts.includes(each))) {
    report([key], `"${key}" is no part of a mapping; there are: ${parts.join(', ')}.`);
  }
  if (input.encoding !== undefined && !ENCODINGS.some((encoding) => encoding === input.encoding)) {
    report(['encoding'], `The encoding must be one of: ${ENCODINGS.join(', ')}.`);
  }
  if (input.separator !== undefined && !isSeparator(input.separator)) {
    report(['separator'], `The separator must be one of: ${SEPARATORS.map((each) => JSON.stringify(each)).join(' ')}.`);
  }
};

/** Reports fields that are taken from columns and through a map as well. */
export const reportTwoPlaces = (fields: readonly string[], inColumns: Json, inValues: Json, report: Report): void => {
  for (const field of fields.filter((each) => Object.hasOwn(inColumns, each) && Object.hasOwn(inValues, each))) {
    report(['values', field], `${field} is taken from columns and from values; keep one of them.`);
  }
};

/** `dateFormats`: how dates are written; `yyyy-MM-dd` where it is left out. */
export const readDateFormats = (input: unknown, report: Report): readonly DateFormat[] => {
  const texts = input ?? DEFAULT_DATE_FORMATS;
  if (!Array.isArray(texts)) {
    report(['dateFormats'], 'dateFormats must be a list of formats, such as ["M/d/yyyy", "yyyy-MM-dd"].');
    return [];
  }
  return (texts as unknown[]).flatMap((text, position) => {
    const format = typeof text === 'string' ? parseDateFormat(text) : 'A date format must be a text.';
    if (typeof format === 'string') {
      report(['dateFormats', String(position)], format);
      return [];
    }
    return [format];
  });
};

const readEnteredOn = (
  section: Json,
  stageKeys: readonly string[],
  columnNamed: ColumnFinder,
  report: Report,
): ImportMapping['enteredOn'] => {
  for (const stage of Object.keys(section).filter((each) => !stageKeys.includes(each))) {
    report(['enteredOn', stage], `The template has no stage "${stage}"; it has: ${stageKeys.join(', ')}.`);
  }
  return Object.keys(section)
    .map((stageKey) => ({ stageKey, column: columnNamed(section[stageKey], ['enteredOn', stageKey]) }))
    .filter((entry): entry is { stageKey: string; column: Column } => entry.column !== null)
    .sort((a, b) => stageKeys.indexOf(a.stageKey) - stageKeys.indexOf(b.stageKey));
};

const readVisitsColumn = (
  input: unknown,
  hasEnteredOn: boolean,
  columnNamed: ColumnFinder,
  report: Report,
): Column | null => {
  if (input === undefined || input === null) {
    return null;
  }
  if (hasEnteredOn) {
    report(['visits'], 'visits holds the whole history, so enteredOn has nothing to add: keep one of them.');
  }
  return columnNamed(input, ['visits']);
};
