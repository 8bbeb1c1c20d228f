import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot, ToldStatus } from '../../domain/tickets/ticket.js';
import { textAt } from '../reading/json.js';
import { categoryByName, mappedCategory } from '../reading/status-category.js';

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
 * What a status of Jira comes to. Jira has no category for what was closed and not done: a resolution that the settings name
 * (`Won't Do`) decides what a status that is DONE comes to.
 */
export const jiraCategory = (status: ToldStatus, settings: ConnectionSettings): StatusCategory => {
  const category = categoryByName(status, settings);
  return category === 'DONE' ? (mappedCategory(settings, status.resolution) ?? category) : category;
};

/**
 * The status of an issue by the key of its category, which no language changes; where the settings name the status, by them.
 * Data Center may leave the category out: UNKNOWN.
 */
export const readStatus = (
  fields: unknown,
  settings: ConnectionSettings,
): ToldStatus & Pick<TicketSnapshot, 'statusCategory'> => {
  const told = {
    statusName: textAt(fields, 'status', 'name'),
    toldCategory: CATEGORIES.get(keyOf(fields)) ?? 'UNKNOWN',
    resolution: textAt(fields, 'resolution', 'name'),
  } as const;
  return { ...told, statusCategory: jiraCategory(told, settings) };
};
