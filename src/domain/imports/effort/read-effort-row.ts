import type { CalendarDate } from '../../basics/calendar-date.js';
import type { Decimal } from '../../basics/decimal.js';
import { tidy, unstorable } from '../../basics/text.js';
import type { EffortMethod, EffortUnit } from '../../effort/effort.js';
import type { EffortDraft } from '../../effort/effort-entry.js';
import { readHours } from '../../effort/read-hours.js';
import { readNumber, type Reading } from '../../effort/read-number.js';
import { shortened } from '../fields.js';
import { cellOf } from '../mapping-fields.js';
import { tellField } from '../tell-field.js';
import type { Remark } from '../visits.js';
import type { Vocabulary } from '../vocabulary.js';
import { EFFORT_FIELD_RULES, EFFORT_FIELDS, LIST_FIELDS, type EffortField, type ListField } from './effort-fields.js';
import type { EffortMapping } from './effort-mapping.js';
import { readDay } from './read-day.js';

/** Which part of an entry something is about. */
export type EntryPart = Exclude<keyof EffortDraft, 'problems' | 'connectionId'>;

/** What a row says that cannot be, by the part of the entry it is about. */
export interface RowProblem {
  readonly part: EntryPart;
  readonly reason: string;
}

/** One row of the file as an entry of effort; what could not be read is null or empty, and `problems` says why. */
export interface EffortRow {
  readonly entry: Omit<EffortDraft, 'source' | 'externalId' | 'problems'>;
  /** The initiative by its externalRef, where that is what the file has. */
  readonly initiativeRef: string | null;
  /** Null: the mapping names none. */
  readonly externalId: string | null;
  readonly problems: readonly RowProblem[];
}

const LONGEST_VALUE = 500;

/**
 * Reads one row by a checked mapping; `cells` are the trimmed cells in the order of the header, worklogs taken apart. All
 * that cannot be read is told at once. Whether the ledger takes what was read is not decided here.
 */
export const readEffortRow = (
  cells: readonly string[],
  mapping: EffortMapping,
  vocabulary: Vocabulary<EffortField>,
  timeZone: string,
): EffortRow => {
  const problems: RowProblem[] = [];
  const texts = new Map<EffortField, string | null>();
  for (const field of EFFORT_FIELDS) {
    const { value, refusal } = tellField(vocabulary, field, cells, {
      source: mapping.sources[field],
      separator: EFFORT_FIELD_RULES[field].separator ?? '',
      hasDefault: mapping.defaults[field] !== undefined,
    });
    if (refusal) {
      problems.push({ part: partOf(field), reason: refusal.reason });
    }
    texts.set(field, value === undefined && !refusal ? (mapping.defaults[field] ?? null) : (value ?? null));
  }
  const textOf = (field: EffortField): string | null => texts.get(field) ?? null;
  const listOf = (field: ListField): readonly string[] => {
    const list = listIn(cells, mapping, field);
    const fault = list.map(unstorable).find((each) => each !== null);
    problems.push(...(fault === undefined ? [] : [{ part: field, reason: `${field} ${fault}.` }]));
    return list;
  };
  const unit = (textOf('unit') ?? 'HOURS') as EffortUnit;
  return {
    entry: {
      initiativeKey: textOf('initiativeKey') ?? '',
      workedOn: dayOf(textOf('workedOn'), mapping, timeZone, problems),
      categoryKey: textOf('categoryKey'),
      amount: amountOf(textOf('amount'), unit, mapping, problems),
      unit,
      person: textOf('person'),
      note: textOf('note'),
      labels: listOf('labels'),
      components: listOf('components'),
      ticketType: textOf('ticketType'),
      projectKey: textOf('projectKey'),
      // A file comes in by no connection to a tool.
      connectionId: null,
      method: (textOf('method') ?? 'WORKLOG') as EffortMethod,
    },
    initiativeRef: textOf('initiativeRef'),
    externalId: mapping.sources.externalId ? (textOf('externalId') ?? '') : null,
    problems,
  };
};

const partOf = (field: EffortField): EntryPart => (field === 'initiativeRef' ? 'initiativeKey' : field);

const amountOf = (
  text: string | null,
  unit: EffortUnit,
  { hours }: EffortMapping,
  problems: RowProblem[],
): Decimal | null => {
  if (text === null) {
    return null;
  }
  const reading: Reading<Decimal> = unit === 'HOURS' ? readHours(text, hours) : readNumber(text, hours.decimal);
  if (reading.ok) {
    return reading.value;
  }
  const more = unit === 'HOURS' ? '' : ` An amount in ${unit} is a number alone.`;
  problems.push({ part: 'amount', reason: `${reading.reason}${more}` });
  return null;
};

const dayOf = (
  text: string | null,
  { dateFormats }: EffortMapping,
  timeZone: string,
  problems: RowProblem[],
): CalendarDate | null => {
  if (text === null) {
    return null;
  }
  const day = readDay(text, dateFormats, timeZone);
  if (day === null) {
    const formats = dateFormats.map((format) => format.text).join(', ');
    problems.push({ part: 'workedOn', reason: `"${shortened(text, 60)}" is no date by ${formats}.` });
  }
  return day;
};

const listIn = (cells: readonly string[], { lists }: EffortMapping, field: ListField): readonly string[] => {
  const { columns = [], separator = null } = lists[field] ?? {};
  const texts = columns
    .map((column) => cellOf(cells, column))
    .flatMap((cell) => (separator === null ? [cell] : cell.split(separator)));
  return [...new Set(texts.map(tidy).filter((text) => text !== ''))];
};

/** Where in the file a part of an entry stands, and what is written there; neither for what no column says. */
export const placeOf = (
  part: EntryPart,
  cells: readonly string[],
  { sources, lists }: EffortMapping,
): Omit<Remark, 'reason'> => {
  const list = LIST_FIELDS.find((field) => field === part);
  const field = EFFORT_FIELDS.find((each) => each === part);
  const source =
    (list && lists[list] && { kind: 'COLUMNS' as const, columns: lists[list].columns }) ??
    (field && sources[field]) ??
    (part === 'initiativeKey' ? sources.initiativeRef : undefined);
  if (!source) {
    return { column: null, value: null };
  }
  const columns = source.kind === 'MAP' ? [source.column] : source.columns;
  const value = columns
    .map((column) => cellOf(cells, column))
    .filter((cell) => cell !== '')
    .join(' / ');
  const names = new Set(columns.map(({ name }) => name));
  return { column: [...names].join(' / '), value: shortened(value, LONGEST_VALUE) };
};
