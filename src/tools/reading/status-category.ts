import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory } from '../../domain/tickets/ticket.js';

/** What the settings of a connection say a status of this name comes to; null where they do not name it. */
export const mappedCategory = (settings: ConnectionSettings, name: string | null): StatusCategory | null =>
  name !== null && Object.hasOwn(settings.statusCategories, name) ? (settings.statusCategories[name] ?? null) : null;
