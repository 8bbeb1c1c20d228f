import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, ToldStatus } from '../../domain/tickets/ticket.js';

/**
 * What the settings of a connection say a status of this name comes to, whatever its capitals, unless two differ in nothing else;
 * null where they do not name it.
 */
export const mappedCategory = (
  { statusCategories }: ConnectionSettings,
  name: string | null,
): StatusCategory | null => {
  if (name === null) {
    return null;
  }
  if (Object.hasOwn(statusCategories, name)) {
    return statusCategories[name] ?? null;
  }
  const plain = name.toLowerCase();
  return Object.entries(statusCategories).find(([stated]) => stated.toLowerCase() === plain)?.[1] ?? null;
};

/** What a status comes to where its name decides: by the settings, else by the tool. */
export const categoryByName = (
  { statusName, toldCategory }: ToldStatus,
  settings: ConnectionSettings,
): StatusCategory => mappedCategory(settings, statusName) ?? toldCategory;
