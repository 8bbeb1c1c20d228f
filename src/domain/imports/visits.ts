import { startOfDay, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { oneLine, shortened } from './fields.js';
import type { ImportMapping } from './mapping.js';
import { cellOf, type Column } from './mapping-fields.js';
import { readDate, yearShownAsDay, type DateFormat } from './read-date.js';

/** Something to tell of a row: of which columns, with which value, and what is wrong with it. */
export interface Remark {
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** Entering a stage at an instant that the file states. */
export interface Entry {
  readonly stageKey: string;
  readonly enteredAt: Instant;
}

/** Where an initiative stands by the file, and the entries into stages that are dated, in order of time. */
export interface Course {
  readonly dated: readonly Entry[];
  /** Null: the file does not say; a new initiative stands at the default, else at the first stage. */
  readonly stageKey: string | null;
}

export interface CourseReading {
  readonly course: Course;
  readonly warnings: readonly Remark[];
  readonly refusals: readonly Remark[];
}

export interface CourseSurroundings {
  readonly today: CalendarDate;
  readonly timeZone: string;
  /** Keys of the template's stages, in order. */
  readonly stageKeys: readonly string[];
}

const ISO: DateFormat = { text: 'yyyy-MM-dd', pattern: /^(\d{4})-(\d\d)-(\d\d)$/, units: ['year', 'month', 'day'] };

interface DatedStage {
  readonly stageKey: string;
  readonly date: CalendarDate;
  readonly remark: Omit<Remark, 'reason'>;
}

/**
 * Reads from the columns of `enteredOn` when which stage was entered. Missing dates are skipped: a visit lasts until the
 * next date that is known. A date that cannot be read is a warning, and so is one of a stage after the stage the row
 * states: it is left out. A date before an earlier stage's, and one that lies ahead, refuse the row. Where the row states
 * no stage, the last one with a date is where it stands.
 */
export const readEntries = (
  cells: readonly string[],
  mapping: ImportMapping,
  statedStage: string | null,
  surroundings: CourseSurroundings,
): CourseReading => {
  const warnings: Remark[] = [];
  const found: DatedStage[] = [];
  for (const { stageKey, column } of mapping.enteredOn) {
    const value = cellOf(cells, column);
    const date = readDate(value, mapping.dateFormats);
    const remark = { column: column.name, value };
    const fault = value === '' ? null : faultOfDate(value, date, mapping.dateFormats);
    if (fault !== null) {
      warnings.push({ ...remark, reason: `${fault} The row is imported without it.` });
    } else if (date !== null) {
      found.push({ stageKey, date, remark });
    }
  }
  const stageKey = statedStage ?? found.at(-1)?.stageKey;
  if (stageKey === undefined) {
    return { course: { dated: [], stageKey: null }, warnings, refusals: [] };
  }
  const place = (key: string): number => surroundings.stageKeys.indexOf(key);
  const isAhead = (each: DatedStage): boolean => place(each.stageKey) > place(stageKey);
  const counted = found.filter((each) => !isAhead(each));
  for (const { stageKey: later, remark } of found.filter(isAhead)) {
    warnings.push({
      ...remark,
      reason: `It dates ${later}, and the initiative stands in ${stageKey}, which comes before. The date is left out.`,
    });
  }
  const dated = counted.map((each) => entryOf(each, surroundings.timeZone));
  const last = counted.at(-1);
  if (last && last.stageKey !== stageKey) {
    const column = mapping.enteredOn.find((entry) => entry.stageKey === stageKey)?.column.name ?? null;
    const reason = `There is no date for ${stageKey}: it counts from the import that first brings it there, and ${last.stageKey} until then.`;
    warnings.push({ column, value: null, reason });
  }
  return {
    course: { dated, stageKey },
    warnings,
    refusals: [...outOfOrder(found), ...liesAhead(counted, surroundings.today)],
  };
};

const faultOfDate = (value: string, date: CalendarDate | null, formats: readonly DateFormat[]): string | null => {
  if (date === null) {
    return `"${shortened(value, 100)}" is no date by ${formats.map((format) => format.text).join(', ')}.`;
  }
  const year = yearShownAsDay(date);
  return year === null
    ? null
    : `"${shortened(value, 100)}" is how a spreadsheet shows the number ${year} as a date; the year was meant.`;
};

const entryOf = ({ stageKey, date }: DatedStage, timeZone: string): Entry => ({
  stageKey,
  enteredAt: startOfDay(date, timeZone),
});

const outOfOrder = (found: readonly DatedStage[]): readonly Remark[] =>
  found.flatMap(({ date, stageKey, remark }, position) => {
    const before = found.slice(0, position).find((earlier) => earlier.date > date);
    return before
      ? [
          {
            ...remark,
            reason: `${stageKey} was entered on ${date}, and ${before.stageKey}, which comes before it, on ${before.date}.`,
          },
        ]
      : [];
  });

const liesAhead = (counted: readonly DatedStage[], today: CalendarDate): readonly Remark[] =>
  counted
    .filter(({ date }) => date > today)
    .map(({ date, stageKey, remark }) => ({
      ...remark,
      reason: `${stageKey} cannot have been entered on ${date}, which lies ahead.`,
    }));

/**
 * Reads a whole history from one cell, detours included: `poc:2025-01-10;discovery:2025-05-08;poc:2025-05-17`. Its last
 * stage is where the initiative stands. An entry that cannot be read, a date before the one ahead of it and a date in the
 * future refuse the row: without one of its entries it would be another history.
 */
export const readHistory = (
  cells: readonly string[],
  column: Column,
  formats: readonly DateFormat[],
  surroundings: CourseSurroundings,
): CourseReading => {
  const value = cellOf(cells, column);
  const remark = { column: column.name, value };
  const refusals: Remark[] = [];
  const found: DatedStage[] = [];
  for (const entry of value
    .split(';')
    .map(oneLine)
    .filter((text) => text !== '')) {
    const stage = entry.replace(/:.*/, '');
    const stageKey = stage.trim();
    const date = readDate(entry.slice(stage.length + 1).trim(), [...formats, ISO]);
    if (!surroundings.stageKeys.includes(stageKey)) {
      refusals.push({
        ...remark,
        reason: `"${shortened(entry, 100)}" begins with no stage of the template; it has: ${surroundings.stageKeys.join(', ')}.`,
      });
    } else if (date === null || yearShownAsDay(date) !== null) {
      refusals.push({ ...remark, reason: `"${shortened(entry, 100)}" has no date that can be read after the colon.` });
    } else {
      found.push({ stageKey, date, remark });
    }
  }
  for (const [position, { date }] of found.entries()) {
    const before = found[position - 1];
    if (before && before.date > date) {
      refusals.push({ ...remark, reason: `The history goes back from ${before.date} to ${date}.` });
    }
  }
  const dated = found.map((each) => entryOf(each, surroundings.timeZone));
  return {
    course: { dated, stageKey: dated.at(-1)?.stageKey ?? null },
    warnings: [],
    refusals: [...refusals, ...liesAhead(found, surroundings.today)],
  };
};
