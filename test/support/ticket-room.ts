import { randomUUID } from 'node:crypto';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { CanonicalEvent, TicketTool } from '../../src/domain/tickets/ticket.js';
import { accept } from '../../src/domain/basics/result.js';
import { Connections } from '../../src/modules/connections/queries/connections.js';
import { TakeIn, type Origin, type TakenIn } from '../../src/modules/tickets/commands/take-in.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestServer } from './server.js';

export const SETTINGS: ConnectionSettings = {
  effort: 'WORKLOGS',
  countOpeningBalance: true,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: [],
  baseUrl: null,
  projects: [],
  userName: null,
};

/** A connection of a portfolio whose events are taken in without a hook. */
export interface TicketRoom {
  readonly connectionId: string;
  take(events: readonly CanonicalEvent[], origin?: Origin): Promise<TakenIn>;
  /** What stands in the ledger by this connection: hours by the external id of the entry. */
  hours(): Promise<Readonly<Record<string, string>>>;
  rows<Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]>;
}

const STANDING = `
  SELECT e.external_id AS "externalId", trim_scale(e.amount) AS amount FROM effort_identity h
  JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on
  WHERE e.connection_id = $1 ORDER BY 1`;

export const ticketRoom = async (
  server: TestServer,
  portfolioKey: string,
  { tool = 'JIRA', settings = {} }: { tool?: TicketTool; settings?: Partial<ConnectionSettings> } = {},
): Promise<TicketRoom> => {
  const connectionId = randomUUID();
  const database = new Database(server.source);
  await database.rows(
    `INSERT INTO integration_connection (id, portfolio_id, tool, name, settings, secret, created_at, created_by)
     SELECT $1, p.id, $3, $4, $5, '\\x00', now(), (SELECT id FROM app_user WHERE is_instance_admin LIMIT 1)
     FROM portfolio p WHERE p.key = $2`,
    [connectionId, portfolioKey, tool, `Room ${connectionId}`, JSON.stringify({ ...SETTINGS, ...settings })],
  );
  return {
    connectionId,
    take: async (events, origin = 'HOOK') => {
      const connection = await server.app.get(Connections).get(connectionId);
      const result = await server.app
        .get(UnitOfWork)
        .run(async (tx) => accept(await server.app.get(TakeIn).run(tx, connection, events, origin)));
      if (!result.ok) {
        throw new Error('nothing refuses here');
      }
      return result.value;
    },
    hours: async () => {
      const rows = await database.rows<{ externalId: string; amount: string }>(STANDING, [connectionId]);
      return Object.fromEntries(rows.map(({ externalId, amount }) => [externalId, amount]));
    },
    rows: (sql, ...parameters) => database.rows(sql, parameters),
  };
};
