import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { ConnectionSecrets } from '../../src/modules/connections/queries/connection-secrets.js';
import { ADAPTERS } from '../../src/tools/all-tools.js';

export interface InsertedConnection {
  readonly portfolioKey: string;
  readonly tool: TicketTool;
  /** Of any length, unlike one that is stated to the API. */
  readonly secret: string;
  readonly name?: string;
  readonly settings?: Partial<ConnectionSettings>;
  readonly previousSecret?: string;
  readonly previousSecretUntil?: string;
  readonly credential?: string;
  readonly paused?: boolean;
}

const SETTINGS: ConnectionSettings = {
  effort: 'NONE',
  countOpeningBalance: true,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: [],
  baseUrl: null,
  projects: [],
  userName: null,
};

const INSERT = `
  INSERT INTO integration_connection (id, portfolio_id, tool, name, settings, paused, secret, previous_secret,
    previous_secret_until, credential, created_at, created_by)
  SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, $10, '2026-01-01T00:00:00Z', $11 FROM portfolio WHERE key = $2`;

/** A connection as a row of its own, past the rules of the API; the previous secret holds for ever unless an end is stated. */
export const insertConnection = async (
  server: { readonly app: INestApplicationContext; readonly source: DataSource },
  connection: InsertedConnection,
): Promise<{ readonly id: string; readonly webhookPath: string }> => {
  const { portfolioKey, tool, secret, previousSecret, previousSecretUntil, credential } = connection;
  const id = randomUUID();
  const secrets = server.app.get(ConnectionSecrets, { strict: false });
  await server.source.query(INSERT, [
    id,
    portfolioKey,
    tool,
    connection.name ?? `Connection ${id}`,
    JSON.stringify({ ...SETTINGS, ...connection.settings }),
    connection.paused ?? false,
    secrets.seal(id, 'secret', secret),
    previousSecret === undefined ? null : secrets.seal(id, 'previous_secret', previousSecret),
    previousSecret === undefined ? null : (previousSecretUntil ?? '9999-01-01T00:00:00Z'),
    credential === undefined ? null : secrets.seal(id, 'credential', credential),
    SYSTEM_USER_ID,
  ]);
  return { id, webhookPath: `/hooks/${ADAPTERS[tool].slug}/${id}` };
};
