import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CounterReading, ExternalUser, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { changeOfTimeSpent } from './jira-changelog.js';

/**
 * The running total of the time spent, in seconds; null where the connection does not count so, or none is said. A total that
 * was changed to nothing is zero; before an issue was created nothing was spent on it.
 */
export const readCounter = (
  body: unknown,
  ticket: TicketSnapshot,
  by: ExternalUser | null,
  isNew: boolean,
  settings: ConnectionSettings,
): CounterReading | null => {
  const change = changeOfTimeSpent(body);
  const cumulativeSeconds = ticket.timeSpentSeconds ?? change?.to ?? null;
  return settings.effort !== 'COUNTER' || cumulativeSeconds === null
    ? null
    : {
        ticketExternalId: ticket.externalId,
        cumulativeSeconds,
        previousSeconds: change?.from ?? (isNew ? 0 : null),
        by,
        at: ticket.updatedAt,
        revision: null,
      };
};
