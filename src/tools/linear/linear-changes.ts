import type { TicketChange } from '../../domain/tickets/ticket.js';
import { changedValue } from '../reading/changed-value.js';
import { entriesAt } from '../reading/entries.js';
import { at, textAt } from '../reading/json.js';

const BOOKKEEPING: ReadonlySet<string> = new Set([
  'updatedAt',
  'sortOrder',
  'boardOrder',
  'subIssueSortOrder',
  'prioritySortOrder',
]);

const FIELDS: ReadonlyMap<string, TicketChange['field']> = new Map([
  ['stateId', 'status'],
  ['labelIds', 'labels'],
  ['estimate', 'points'],
  ['assigneeId', 'assignee'],
  ['identifier', 'key'],
  ['number', 'key'],
  ['teamId', 'project'],
  ['title', 'title'],
]);

// Of the text nothing is kept but that it was changed.
const side = (name: string, value: unknown): unknown => {
  if (name.startsWith('description')) {
    return null;
  }
  return Array.isArray(value) ? value.map(changedValue) : changedValue(value);
};

/** What Linear says was changed, without its bookkeeping. It tells the old values; the new ones stand in the issue. */
export const linearChanges = (body: unknown): readonly TicketChange[] =>
  entriesAt(body, 'updatedFrom')
    .filter(([name]) => !BOOKKEEPING.has(name))
    .map(([name, from]) => ({
      field: FIELDS.get(name) ?? 'other',
      name: textAt(name) ?? '',
      from: side(name, from),
      to: side(name, at(body, 'data', name)),
    }));
