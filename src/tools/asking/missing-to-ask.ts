import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { TicketTool } from '../../domain/tickets/ticket.js';
import { PULL_CLIENTS } from '../all-pull-clients.js';

/** What of a connection decides whether its tool can be asked. */
export interface Askable {
  readonly tool: TicketTool;
  readonly settings: ConnectionSettings;
  readonly hasCredential: boolean;
}

/** Where a tool is, without a slash at its end; null where neither the settings nor the tool itself say so. */
export const addressOf = ({ tool, settings }: Pick<Askable, 'tool' | 'settings'>): string | null =>
  (settings.baseUrl ?? PULL_CLIENTS[tool]?.defaultBaseUrl ?? null)?.replace(/\/+$/, '') ?? null;

/** What is missing for a tool to be asked, in sentences that say what to do about it, all at once; none where it can be. */
export const missingToAsk = (connection: Askable): readonly string[] => {
  const client = PULL_CLIENTS[connection.tool];
  return client
    ? [
        ...(addressOf(connection) === null
          ? ['Where the tool is, is not known. Set baseUrl in the settings of the connection.']
          : []),
        ...(connection.hasCredential
          ? []
          : [
              'There is no credential to ask with, or it was sealed with another key. Make a token in the tool (docs/reconcile.md says which) and set it.',
            ]),
        ...client.problems(connection.settings),
      ]
    : ['This kind of connection cannot be asked: it tells by itself. Have its sender send again.'];
};
