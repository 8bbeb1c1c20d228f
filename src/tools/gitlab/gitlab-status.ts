import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { idAt, textAt } from '../reading/json.js';
import { mappedCategory } from '../reading/status-category.js';

const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['triage', 'TODO'],
  ['to_do', 'TODO'],
  ['in_progress', 'IN_PROGRESS'],
  ['done', 'DONE'],
  ['canceled', 'CANCELED'],
]);

const STATES: ReadonlyMap<string, StatusCategory> = new Map([
  ['opened', 'TODO'],
  ['reopened', 'TODO'],
  ['closed', 'DONE'],
]);

// Where an issue went on: what is closed for that was not done here.
const elsewhere = (issue: unknown): string | null => {
  if (idAt(issue, 'duplicated_to_id') !== null) {
    return 'duplicate';
  }
  if (idAt(issue, 'promoted_to_epic_id') !== null) {
    return 'promoted';
  }
  return idAt(issue, 'moved_to_id') === null ? null : 'moved';
};

const told = (issue: unknown, state: string | null): StatusCategory => {
  const category = textAt(issue, 'status', 'category');
  const known = category === null ? STATES.get(state ?? '') : CATEGORIES.get(category.toLowerCase());
  return known ?? 'UNKNOWN';
};

/**
 * The status of a work item by the category GitLab gives it (18.2 and later, licensed), else by its state. One that was
 * closed as `moved`, `promoted` or `duplicate` is CANCELED whatever its status is called, unless that very word is mapped. A
 * category that is not known is UNKNOWN.
 */
export const readStatus = (
  issue: unknown,
  settings: ConnectionSettings,
): Pick<TicketSnapshot, 'statusName' | 'statusCategory' | 'resolution'> => {
  const state = textAt(issue, 'state');
  const statusName = textAt(issue, 'status', 'name') ?? state;
  const resolution = state === 'closed' ? elsewhere(issue) : null;
  const statusCategory =
    resolution === null
      ? (mappedCategory(settings, statusName) ?? told(issue, state))
      : (mappedCategory(settings, resolution) ?? 'CANCELED');
  return { statusName, statusCategory, resolution };
};
