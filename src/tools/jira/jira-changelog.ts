import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { TicketChange } from '../../domain/tickets/ticket.js';
import { changedValue } from '../reading/changed-value.js';
import { secondsAt } from '../reading/durations.js';
import { at, idAt, isObject, listAt, textAt } from '../reading/json.js';

const FIELDS: ReadonlyMap<string, TicketChange['field']> = new Map([
  ['status', 'status'],
  ['labels', 'labels'],
  ['issuetype', 'type'],
  ['assignee', 'assignee'],
  ['key', 'key'],
  ['issuekey', 'key'],
  ['project', 'project'],
  ['summary', 'title'],
  ['timespent', 'time'],
  ['timeestimate', 'time'],
  ['timeoriginalestimate', 'time'],
  ['worklogid', 'time'],
]);

// Of these nothing is kept but that they were changed.
const UNSHOWN: ReadonlySet<string> = new Set(['description', 'environment', 'comment']);

/** What a changelog says was changed; of one that is none, nothing. */
export const changelogItems = (body: unknown): readonly unknown[] =>
  listAt(body, 'changelog', 'items').filter((item) => isObject(item));

// `field` is written in the language of whoever changed it. Old versions send nothing else.
const idOf = (item: unknown): string => (textAt(item, 'fieldId') ?? textAt(item, 'field') ?? '').toLowerCase();

const itemOf = (body: unknown, ...ids: readonly string[]): unknown =>
  changelogItems(body).find(
    (item) => ids.includes(idOf(item)) || ids.includes(textAt(item, 'field')?.toLowerCase() ?? ''),
  );

/** The keys an issue had before, of which the changelog tells where it was moved. */
export const keysBefore = (body: unknown): readonly string[] =>
  changelogItems(body)
    .filter((item) => FIELDS.get(idOf(item)) === 'key')
    .flatMap((item) => textAt(item, 'fromString') ?? textAt(item, 'from') ?? []);

/** A change of the time spent in seconds, of which none is null; null where it was not changed. */
export const changeOfTimeSpent = (body: unknown): { readonly from: number; readonly to: number } | null => {
  const item = itemOf(body, 'timespent');
  return item === undefined ? null : { from: secondsAt(item, 'from') ?? 0, to: secondsAt(item, 'to') ?? 0 };
};

/** The worklog of which the changelog tells, by its id: before and after. Null where it tells of none. */
export const changeOfWorklog = (body: unknown): { readonly from: string | null; readonly to: string | null } | null => {
  const item = itemOf(body, 'worklogid');
  return item === undefined ? null : { from: idAt(item, 'from'), to: idAt(item, 'to') };
};

/** What Jira says was changed. */
export const jiraChanges = (body: unknown, settings: ConnectionSettings): readonly TicketChange[] =>
  changelogItems(body).map((item) => {
    const id = idOf(item);
    const isPoints = settings.pointsField !== null && id === settings.pointsField.toLowerCase();
    const side = (text: string, value: string): unknown =>
      UNSHOWN.has(id) ? null : (changedValue(at(item, text)) ?? changedValue(at(item, value)));
    return {
      field: isPoints ? 'points' : (FIELDS.get(id) ?? 'other'),
      name: textAt(item, 'field') ?? textAt(item, 'fieldId') ?? '',
      from: side('fromString', 'from'),
      to: side('toString', 'to'),
    };
  });
