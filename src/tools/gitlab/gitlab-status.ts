import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot, ToldStatus } from '../../domain/tickets/ticket.js';
import { idAt, textAt } from '../reading/json.js';
import { categoryByName, mappedCategory } from '../reading/status-category.js';

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

/** What a status comes to. One that was closed as `moved`, `promoted` or `duplicate` is CANCELED unless that very word is mapped. */
export const gitlabCategory = (status: ToldStatus, settings: ConnectionSettings): StatusCategory =>
  status.resolution === null
    ? categoryByName(status, settings)
    : (mappedCategory(settings, status.resolution) ?? 'CANCELED');

/**
 * The status of a work item by the category GitLab gives it (18.2 and later, licensed), else by its state. A category that is
 * not known is UNKNOWN.
 */
export const readStatus = (
  issue: unknown,
  settings: ConnectionSettings,
): ToldStatus & Pick<TicketSnapshot, 'statusCategory'> => {
  const state = textAt(issue, 'state');
  const status = {
    statusName: textAt(issue, 'status', 'name') ?? state,
    toldCategory: told(issue, state),
    resolution: state === 'closed' ? elsewhere(issue) : null,
  };
  return { ...status, statusCategory: gitlabCategory(status, settings) };
};
