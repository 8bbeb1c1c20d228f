import type { Action } from '../../../domain/access/access.js';
import { addDays, startOfDay, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { LongReads } from '../../../platform/database/long-reads.js';
import type { ExportScope } from '../queries/export-scopes.js';
import { cells, type Cell } from './columns.js';
import { exportFile, type ExportFile } from './export-file.js';
import { day, text, type Parameters, type ValuesOf } from './parameters.js';

/** A list as it is written down: a statement whose columns are those of the file. */
interface ListDefinition<Asked extends Parameters, Name extends string> {
  readonly name: string;
  readonly about: string;
  readonly action?: Action;
  readonly parameters: Asked;
  readonly columns: readonly Name[];
  /** Those of them that are numbers. */
  readonly numeric?: readonly Name[];
  readonly sql: string;
  readonly given: (values: ValuesOf<Asked>, scope: ExportScope) => readonly unknown[];
}

/** A list for the table of exports, for who can read it; it is read a piece at a time and all of one moment. */
export const listFile =
  <Asked extends Parameters, Name extends string>({
    columns,
    numeric = [],
    sql,
    given,
    ...told
  }: ListDefinition<Asked, Name>): ((reads: LongReads) => ExportFile) =>
  (reads) =>
    exportFile({
      ...told,
      columns: cells(columns, numeric),
      rows: (scope, values) => reads.begin<Readonly<Record<Name, Cell>>>(sql, given(values, scope)),
    });

/** Instants from the beginning of one day to the end of another, in the portfolio's zone. */
export const period = (what: string) => ({
  from: day(`The first day of ${what}, in the portfolio's time zone.`),
  to: day(`The last day of ${what}.`),
});

export const INITIATIVE = { initiativeKey: text('Only those of this initiative.') };

interface Window {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly initiativeKey: string | null;
}

/** What every list of happenings is asked by: the portfolio, the first instant, the one after the last, and the initiative. */
export const happenings = (
  { from, to, initiativeKey }: Window,
  { portfolio: { id, timeZone } }: ExportScope,
): readonly unknown[] => [
  id,
  from && startOfDay(from, timeZone),
  to && startOfDay(addDays(to, 1), timeZone),
  initiativeKey,
];
