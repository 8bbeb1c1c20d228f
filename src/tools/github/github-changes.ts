import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { TicketChange } from '../../domain/tickets/ticket.js';
import { changedValue } from '../reading/changed-value.js';
import { at, decimalAt, textAt } from '../reading/json.js';
import { isAboutField } from './github-fields.js';
import { githubKey, githubUser } from './github-issue.js';

type Change = (body: unknown, settings: ConnectionSettings) => readonly TicketChange[];

const one = (field: TicketChange['field'], name: string, from: unknown, to: unknown): readonly TicketChange[] => [
  { field, name, from: from ?? null, to: to ?? null },
];

const status: Change = (body) =>
  one('status', 'status', null, textAt(body, 'issue', 'state_reason') ?? textAt(body, 'issue', 'state'));

const added =
  (field: TicketChange['field'], name: string, read: (body: unknown) => unknown): Change =>
  (body) =>
    one(field, name, null, read(body));

const removed =
  (field: TicketChange['field'], name: string, read: (body: unknown) => unknown): Change =>
  (body) =>
    one(field, name, read(body), null);

const label = (body: unknown): unknown => textAt(body, 'label', 'name');
const type = (body: unknown): unknown => textAt(body, 'type', 'name');
const milestone = (body: unknown): unknown => textAt(body, 'milestone', 'title');
const assignee = (body: unknown): unknown => githubUser(at(body, 'assignee'))?.externalId;

// Of the text of an issue nothing is kept, only that it was changed.
const edited: Change = (body) => [
  ...(at(body, 'changes', 'title') === undefined
    ? []
    : one('title', 'title', changedValue(at(body, 'changes', 'title', 'from')), textAt(body, 'issue', 'title'))),
  ...(at(body, 'changes', 'body') === undefined ? [] : one('other', 'body', null, null)),
];

const opened: Change = (body) => {
  const before = githubKey(at(body, 'changes', 'old_repository'), at(body, 'changes', 'old_issue'));
  return before === null ? [] : one('key', 'key', before, githubKey(at(body, 'repository'), at(body, 'issue')));
};

const valueOf = (field: unknown): unknown => {
  const value = at(field, 'value') ?? at(field, 'option', 'name') ?? field;
  return decimalAt(value) === null ? changedValue(value) : value;
};

const fieldOf = (body: unknown, settings: ConnectionSettings): TicketChange['field'] => {
  if (isAboutField(body, settings.hoursField)) {
    return 'time';
  }
  return isAboutField(body, settings.pointsField) ? 'points' : 'other';
};

const field: Change = (body, settings) => {
  const value = valueOf(at(body, 'issue_field_value'));
  const isRemoved = at(body, 'action') === 'field_removed';
  const before = isRemoved ? value : valueOf(at(body, 'changes', 'issue_field_value', 'from'));
  const name = `issue_field:${textAt(body, 'issue_field', 'name') ?? ''}`;
  return one(fieldOf(body, settings), name, before, isRemoved ? null : value);
};

const CHANGES: Readonly<Record<string, Change>> = {
  opened,
  edited,
  closed: status,
  reopened: status,
  labeled: added('labels', 'labels', label),
  unlabeled: removed('labels', 'labels', label),
  typed: added('type', 'type', type),
  untyped: removed('type', 'type', type),
  assigned: added('assignee', 'assignee', assignee),
  unassigned: removed('assignee', 'assignee', assignee),
  milestoned: added('other', 'milestone', milestone),
  demilestoned: removed('other', 'milestone', milestone),
  field_added: field,
  field_removed: field,
};

/** What an action on an issue changed; null for an action that changes nothing we keep, or that we do not know. */
export const changesOf = (
  action: string,
  body: unknown,
  settings: ConnectionSettings,
): readonly TicketChange[] | null =>
  Object.hasOwn(CHANGES, action) ? (CHANGES[action]?.(body, settings) ?? null) : null;
