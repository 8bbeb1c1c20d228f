import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot, ToldStatus } from '../../domain/tickets/ticket.js';
import { textAt } from '../reading/json.js';
import { categoryByName, mappedCategory } from '../reading/status-category.js';
import { REASON, STATE, type Fields } from './azure-fields.js';

/** The states of the processes Basic, Agile, Scrum and CMMI as they are called in English. */
const STATES: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'TODO'],
  ['to do', 'TODO'],
  ['proposed', 'TODO'],
  ['approved', 'TODO'],
  ['active', 'IN_PROGRESS'],
  ['committed', 'IN_PROGRESS'],
  ['doing', 'IN_PROGRESS'],
  ['in progress', 'IN_PROGRESS'],
  ['resolved', 'IN_PROGRESS'],
  ['done', 'DONE'],
  ['closed', 'DONE'],
  ['removed', 'CANCELED'],
]);

/** Reasons of those processes for which a work item is closed without having been done. */
const NOT_DONE: ReadonlySet<string> = new Set([
  'abandoned',
  'as designed',
  'cannot reproduce',
  'cut',
  'deferred',
  'duplicate',
  'not a bug',
  'obsolete',
  'overtaken by events',
  'rejected',
  'removed from the backlog',
  "won't fix",
]);

/** What a state comes to. What is closed as cut, a duplicate and the like is CANCELED, unless the settings map that very reason. */
export const azureCategory = (status: ToldStatus, settings: ConnectionSettings): StatusCategory => {
  const category = categoryByName(status, settings);
  const { resolution } = status;
  return category === 'DONE' && resolution !== null && NOT_DONE.has(resolution.toLowerCase())
    ? (mappedCategory(settings, resolution) ?? 'CANCELED')
    : category;
};

/**
 * The state and what it comes to: by the settings, else by what the tool said of its states, else by the English names of the
 * four processes, else UNKNOWN; a state that is localised or of a process of one's own is never guessed at.
 */
export const readState = (
  fields: Fields,
  settings: ConnectionSettings,
  states: ReadonlyMap<string, StatusCategory>,
): ToldStatus & Pick<TicketSnapshot, 'statusCategory'> => {
  const statusName = textAt(fields.get(STATE));
  const reason = textAt(fields.get(REASON));
  const toldCategory = states.get(statusName ?? '') ?? STATES.get(statusName?.toLowerCase() ?? '') ?? 'UNKNOWN';
  const category = categoryByName({ statusName, toldCategory, resolution: null }, settings);
  const isOver = category === 'DONE' || category === 'CANCELED';
  const told = { statusName, toldCategory, resolution: isOver ? reason : null };
  return { ...told, statusCategory: azureCategory(told, settings) };
};
