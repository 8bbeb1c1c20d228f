import { askField, askRoute, askRow, askSubscription, outcome } from './access/asking.js';
import type { Caller } from './access/callers.js';
import { FIELD_ROWS } from './access/field-rows.js';
import { REST_ROWS } from './access/rest-rows.js';
import type { Row } from './access/row.js';
import { AT_THE_GATE } from './access/rows-at-the-gate.js';
import { OF_SETTINGS } from './access/rows-of-settings.js';
import { OF_TOOLS } from './access/rows-of-tools.js';
import { OF_WORK } from './access/rows-of-work.js';
import { QUERIES, SUBSCRIPTIONS } from './access/rows-to-read.js';
import type { Rule, Standing } from './access/rules.js';
import type { World } from './access/world.js';

/** A row of the table of who may do what: what is asked for, by which rule, and how one finds out. */
export interface TableRow {
  /** A root field, a field (`Type.field`) or a route (`GET /path`). */
  readonly name: string;
  readonly of: string;
  readonly takes: Rule;
  readonly expected: (who: Standing) => string;
  readonly ask: (world: World, caller: Caller) => Promise<string>;
}

type Asked = { readonly of?: string; readonly takes: Rule } & Pick<Row, 'refusedAs'>;

const tableRow = <R extends Asked>(
  name: string,
  row: R,
  ask: (world: World, caller: Caller, row: R) => Promise<string>,
): TableRow => ({
  name,
  of: row.of ?? '',
  takes: row.takes,
  expected: (who) => outcome(row.takes.answers(who), row.refusedAs),
  ask: (world, caller) => ask(world, caller, row),
});

const titleOf = ({ name, of }: TableRow): string => `${name} ${of}`;
const sorted = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.toSorted((one, other) => (titleOf(one) < titleOf(other) ? -1 : 1));

const ofOperations = (rows: readonly Row[], ask = askRow): readonly TableRow[] =>
  sorted(rows.map((row) => tableRow(row.operation, row, ask)));

/** Who may do what, by kinds of what is asked for. To be reviewed like the code it is about. */
export const TABLE = {
  // First, for they tell what is open, which mutations may settle.
  Fields: sorted(FIELD_ROWS.map((row) => tableRow(row.field, row, askField))),
  Queries: ofOperations(QUERIES),
  Mutations: ofOperations([...AT_THE_GATE, ...OF_WORK, ...OF_TOOLS, ...OF_SETTINGS]),
  Subscriptions: ofOperations(SUBSCRIPTIONS, askSubscription),
  Routes: sorted(REST_ROWS.map((row) => tableRow(row.route, row, askRoute))),
} satisfies Record<string, readonly TableRow[]>;

/** The rows of the table, each under its title. */
export const rowsByTitle = (rows: readonly TableRow[]): readonly (readonly [string, TableRow])[] =>
  rows.map((row) => [titleOf(row).trim(), row]);
