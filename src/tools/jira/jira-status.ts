import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { textAt } from '../reading/json.js';
import { mappedCategory } from '../reading/status-category.js';

const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'TODO'],
  ['indeterminate', 'IN_PROGRESS'],
  ['done', 'DONE'],
]);

/** Whether Jira does not say what the status comes to, and neither do the settings. */
export const isStatusUnknown = (fields: unknown, settings: ConnectionSettings): boolean =>
  mappedCategory(settings, textAt(fields, 'status', 'name')) === null && !CATEGORIES.has(keyOf(fields));

const keyOf = (fields: unknown): string => textAt(fields, 'status', 'statusCategory', 'key') ?? '';

/**
 * The status of an issue by the key of its category, which no language changes; where the settings name the status, by them.
 * Jira has no category for what was closed and not done: a resolution that the settings name (`Won't Do`) decides what a
 * status that is DONE comes to. Data Center may leave the category out: UNKNOWN.
 */
export const readStatus = (
  fields: unknown,
  settings: ConnectionSettings,
): Pick<TicketSnapshot, 'statusName' | 'statusCategory' | 'resolution'> => {
  const statusName = textAt(fields, 'status', 'name');
  const resolution = textAt(fields, 'resolution', 'name');
  const category = mappedCategory(settings, statusName) ?? CATEGORIES.get(keyOf(fields)) ?? 'UNKNOWN';
  return {
    statusName,
    statusCategory: category === 'DONE' ? (mappedCategory(settings, resolution) ?? category) : category,
    resolution,
  };
};
