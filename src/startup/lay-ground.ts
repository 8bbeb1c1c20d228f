import type { Environment } from '../platform/config/env.js';
import { appRoleOf } from '../platform/database/app-role.js';
import { migrateToLatest, type Migrated } from '../platform/database/migrate.js';
import { explainUnreachable } from '../platform/database/unreachable.js';
import { connectionsFor } from '../platform/embedded-postgres/connections.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/launch.js';
import { probePort } from '../platform/http/probe-port.js';
import { log } from '../platform/logging.js';
import type { Ground } from '../platform/processes/messages.js';
import type { Endings } from './endings.js';
import { timed, type Say } from './say.js';

const NO_APP_ROLE =
  'portfolios are kept apart by Tollgate alone and not by PostgreSQL as well, for its user may not take a role for the server, or not give it what it needs: see docs/deploy.md';

/** Makes ready what all processes that serve stand on: a port that is free, and a database at its newest schema. */
export const layGround = async (environment: Environment, endings: Endings, say: Say): Promise<Ground> => {
  const port = await probePort(environment.port, environment.host);
  const url = await timed(say, 'Starting PostgreSQL', () => databaseUrl(environment, endings, say));
  const directUrl = environment.databaseDirectUrl;
  const { applied, appRole } = await timed(say, 'Migrating the database', () => migrate(directUrl ?? url));
  if (applied.length > 0) {
    say(`The database is at its newest schema (${applied.length} migrations applied).`);
  }
  if (appRole === null) {
    log.warn({ role: appRoleOf(directUrl ?? url) }, NO_APP_ROLE);
  }
  return { url, directUrl, appRole, port };
};

const databaseUrl = async (environment: Environment, endings: Endings, say: Say): Promise<string> => {
  const { databaseUrl: stated, dataDirectory, processes } = environment;
  if (stated !== null) {
    return stated;
  }
  const connections = connectionsFor(processes);
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: true, connections, log: say });
  endings.add(() => postgres.stop());
  return postgres.url;
};

const migrate = async (url: string): Promise<Migrated> => {
  try {
    return await migrateToLatest(url);
  } catch (error) {
    throw explainUnreachable(error, url);
  }
};
