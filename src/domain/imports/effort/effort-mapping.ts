import { accept, invalid, refuse, type Refusal, type Result } from '../../basics/result.js';
import { tidy, unreadable, unstorable } from '../../basics/text.js';
import type { HoursSettings } from '../../effort/read-hours.js';
import { oneLine } from '../fields.js';
import { readDateFormats, reportParts, reportTwoPlaces } from '../mapping.js';
import {
  columnFinder,
  isObject,
  readColumns,
  readDefaults,
  readValues,
  sectionOf,
  type Column,
  type FieldSources,
  type Json,
  type Report,
} from '../mapping-fields.js';
import type { DateFormat } from '../read-date.js';
import {
  EFFORT_FIELD_RULES,
  EFFORT_FIELDS,
  effortVocabulary,
  LIST_FIELDS,
  type EffortField,
  type ListField,
} from './effort-fields.js';
import { readHoursSettings } from './hours-settings.js';
import { readListSources, type ListSource } from './list-sources.js';
import { readWorklogColumns, worklogHeader, type WorklogColumns } from './worklogs.js';

/** How the rows of a file become entries of effort: checked against the header of the file and the categories there are. */
export interface EffortMapping {
  readonly dateFormats: readonly DateFormat[];
  /** What the entries come from; with their externalId it identifies them. */
  readonly source: string;
  readonly sources: FieldSources<EffortField>;
  readonly lists: Readonly<Partial<Record<ListField, ListSource>>>;
  readonly worklogs: WorklogColumns | null;
  readonly hours: HoursSettings;
  readonly defaults: Readonly<Partial<Record<EffortField, string>>>;
}

export interface EffortMappingSurroundings {
  readonly header: readonly string[];
  /** Every category that any scheme of the portfolio ever had. */
  readonly categoryKeys: readonly string[];
}

const PARTS = [
  'encoding',
  'separator',
  'dateFormats',
  'source',
  'columns',
  'values',
  'split',
  'worklogs',
  'hours',
  'defaults',
] as const;
const NEEDED = ['workedOn', 'amount'] as const;
const INITIATIVE = ['initiativeKey', 'initiativeRef'] as const;
const DEFAULT_SOURCE = 'csv';
const LONGEST_SOURCE = 200;

/** The header of the rows a mapping is about: that of the file, and the parts of the worklogs in it. */
export const headerOf = (header: readonly string[], worklogs: WorklogColumns | null): readonly string[] =>
  worklogs === null ? header : [...header, ...worklogHeader(worklogs)];

/**
 * Checks a mapping of timesheets against the header of the file and the portfolio's categories. Refused with every problem
 * at once, each with its place in the mapping, as a mapping of initiatives is. It needs the day worked, the amount, and
 * either the key or the externalRef of the initiative; and where worklogs are taken out of cells, an externalId.
 */
export const parseEffortMapping = (
  input: unknown,
  { header, categoryKeys }: EffortMappingSurroundings,
): Result<EffortMapping> => {
  if (!isObject(input)) {
    return refuse(invalid(['mapping'], 'The mapping must be a JSON object.'));
  }
  const problems: Refusal[] = [];
  const report: Report = (place, message) => problems.push(invalid(['mapping', ...place], message));
  reportParts(input, PARTS, report);
  const dateFormats = readDateFormats(input.dateFormats, report);
  const source = readSource(input.source, report);
  const worklogs = readWorklogColumns(input.worklogs, header, report);
  const names = headerOf(header, worklogs);
  const columnNamed = columnFinder(names, report);
  const vocabulary = effortVocabulary(categoryKeys);
  const inColumns = sectionOf(input, 'columns', report);
  const inValues = sectionOf(input, 'values', report);
  const inDefaults = sectionOf(input, 'defaults', report);

  const columns = readColumns(withoutLists(inColumns), { ...vocabulary, others: LIST_FIELDS }, columnNamed, report);
  const lists = readListSources(inColumns, sectionOf(input, 'split', report), names, report);
  const values = readValues(inValues, vocabulary, columnNamed, report);
  const hours = readHoursSettings(sectionOf(input, 'hours', report), report);
  const defaults = readDefaults(inDefaults, vocabulary, report);

  reportTwoPlaces(EFFORT_FIELDS, inColumns, inValues, report);
  reportSeveral(columns, report);
  reportMissing([inColumns, inValues, inDefaults], worklogs !== null, report);
  return problems.length > 0
    ? refuse(...problems)
    : accept({ dateFormats, source, sources: { ...columns, ...values }, lists, worklogs, hours, defaults });
};

const isList = (name: string): boolean => LIST_FIELDS.some((field) => field === name);

const withoutLists = (section: Json): Json =>
  Object.fromEntries(Object.entries(section).filter(([name]) => !isList(name)));

const readSource = (input: unknown, report: Report): string => {
  if (input === undefined || input === null) {
    return DEFAULT_SOURCE;
  }
  const source = typeof input === 'string' ? oneLine(tidy(input)) : '';
  const fault = unstorable(source);
  const problem = fault === null ? unreadable('source', source, LONGEST_SOURCE) : `source ${fault}.`;
  if (problem !== null) {
    report(['source'], problem);
  }
  return source;
};

const reportSeveral = (columns: FieldSources<EffortField>, report: Report): void => {
  for (const field of EFFORT_FIELDS.filter((each) => EFFORT_FIELD_RULES[each].separator === null)) {
    const source = columns[field];
    const named: readonly Column[] = source?.kind === 'COLUMNS' ? source.columns : [];
    if (named.length > 1) {
      report(['columns', field], `${field} takes one column, and these are ${named.length}.`);
    }
  }
};

const reportMissing = (sections: readonly Json[], hasWorklogs: boolean, report: Report): void => {
  const comesFrom = (field: EffortField): boolean => sections.some((section) => (section[field] ?? null) !== null);
  const missing = NEEDED.filter((field) => !comesFrom(field));
  for (const field of missing) {
    report(['columns', field], `${field} is needed and comes from nowhere: name its column, or give a default.`);
  }
  const known = INITIATIVE.filter(comesFrom);
  if (known.length === 0) {
    report(
      ['columns', 'initiativeKey'],
      'The initiative is needed and comes from nowhere: name the column of initiativeKey, or of initiativeRef for its externalRef, or give a default.',
    );
  } else if (known.length > 1) {
    report(['columns', 'initiativeRef'], 'initiativeKey and initiativeRef both name the initiative; keep one of them.');
  }
  if (hasWorklogs && !comesFrom('externalId')) {
    report(
      ['columns', 'externalId'],
      'externalId is needed with worklogs: name the columns that tell them apart, such as the key of the issue and the parts of the worklog.',
    );
  }
};
