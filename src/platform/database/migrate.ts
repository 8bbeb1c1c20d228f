import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { migrateJobs } from '../jobs/migrate-jobs.js';
import { prepareAppRole } from './app-role.js';
import { dataSourceFor, MIGRATION_NAMES } from './data-source.js';

const MIGRATION_LOCK = 7_065_283;
/**
 * A change of a table may take its time, but never waits long for its lock: all who come after it would wait behind it, those of a
 * release that still serves too.
 */
const CHANGES_TABLES = {
  timezone: 'UTC',
  statement_timeout: '0',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '0',
};
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK_DETECTED = '40P01';
const TRIES = 30;
const PAUSE_MS = 1_000;
const TURN_MS = 100;

/** Does something while nobody else changes the schema of a database: of several that begin at once one works, and the others wait. */
export const aloneInSchema = async <T>(url: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'tollgate',
  });
  // With the connection the lock alone is lost, and who works notices by a connection of his own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeTurn(client);
    return await work();
  } finally {
    await client.end();
  }
};

// Asked again and again, for a statement that waits is one that an index, which is made beside all others, waits for.
const takeTurn = async (client: pg.Client): Promise<void> => {
  const ask = 'SELECT pg_try_advisory_lock($1) AS taken';
  while (!(await client.query<{ taken: boolean }>(ask, [MIGRATION_LOCK])).rows[0]?.taken) {
    await pause(TURN_MS);
  }
};

/** What a migration came to. */
export interface Migrated {
  readonly applied: readonly string[];
  /** The role for the server, that the policies of the tables hold for; null where it can have none: see `prepareAppRole`. */
  readonly appRole: string | null;
}

/**
 * Brings the database to the newest schema, that of the job queue included, and lets the role of the server use it. Of several processes
 * that start at once, one migrates and the others wait.
 */
export const migrateToLatest = (url: string): Promise<Migrated> =>
  aloneInSchema(url, async () => {
    const source = await dataSourceFor(url, [], { settings: CHANGES_TABLES }).initialize();
    try {
      const applied = await migrate(source);
      await migrateJobs(url);
      return { applied, appRole: await prepareAppRole(url) };
    } finally {
      await source.destroy();
    }
  });

const appliedTo = async (source: DataSource): Promise<readonly string[]> => {
  const [{ known } = { known: false }] = await source.query<{ known: boolean }[]>(
    `SELECT to_regclass('migration') IS NOT NULL AS known`,
  );
  return known ? (await source.query<{ name: string }[]>('SELECT name FROM migration')).map(({ name }) => name) : [];
};

/** A migration that did not get a lock in time lets the others pass and comes again; those before it stay applied. */
const migrate = async (source: DataSource): Promise<readonly string[]> => {
  const before = await appliedTo(source);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await source.runMigrations({ transaction: 'each' });
      return MIGRATION_NAMES.filter((name) => !before.includes(name));
    } catch (error) {
      if (
        ![LOCK_NOT_AVAILABLE, DEADLOCK_DETECTED].includes((error as { code?: string }).code ?? '') ||
        attempt === TRIES
      ) {
        throw error;
      }
      await pause(PAUSE_MS);
    }
  }
};
