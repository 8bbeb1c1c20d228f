import type { TicketChange } from '../../domain/tickets/ticket.js';
import { changedValue } from '../reading/changed-value.js';
import { entriesAt } from '../reading/entries.js';
import { at, textAt } from '../reading/json.js';
import { gitlabUser } from './gitlab-issue.js';

const BOOKKEEPING: ReadonlySet<string> = new Set([
  'updated_at',
  'updated_by_id',
  'last_edited_at',
  'last_edited_by_id',
  'relative_position',
]);

const FIELDS: ReadonlyMap<string, TicketChange['field']> = new Map([
  ['state_id', 'status'],
  ['state', 'status'],
  ['status', 'status'],
  ['labels', 'labels'],
  ['type', 'type'],
  ['issue_type', 'type'],
  ['work_item_type_id', 'type'],
  ['weight', 'points'],
  ['assignees', 'assignee'],
  ['assignee_id', 'assignee'],
  ['iid', 'key'],
  ['project_id', 'project'],
  ['title', 'title'],
  ['total_time_spent', 'time'],
  ['time_change', 'time'],
  ['time_estimate', 'time'],
]);

const shown = (value: unknown): unknown => textAt(value, 'title') ?? textAt(value, 'name') ?? changedValue(value);

// Of a person the id says enough, and of the text nothing is kept but that it was changed.
const SHOWN: ReadonlyMap<string, (value: unknown) => unknown> = new Map([
  ['description', () => null],
  ['assignees', (value: unknown) => gitlabUser(value)?.externalId ?? null],
]);

const side = (name: string, value: unknown): unknown => {
  const show = SHOWN.get(name) ?? shown;
  return Array.isArray(value) ? value.map(show) : show(value);
};

/** What GitLab says was changed, without its bookkeeping. */
export const gitlabChanges = (body: unknown): readonly TicketChange[] =>
  entriesAt(body, 'changes')
    .filter(([name]) => !BOOKKEEPING.has(name))
    .map(([name, change]) => ({
      field: FIELDS.get(name) ?? 'other',
      name: textAt(name) ?? '',
      from: side(name, at(change, 'previous')),
      to: side(name, at(change, 'current')),
    }));
