import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { servedSource } from './served.js';

export interface TestDatabase {
  readonly url: string;
  /** As the owner of the tables, who sees all. */
  readonly source: DataSource;
  /** As the role that a server takes. */
  readonly served: DataSource;
  /** Closes the connections of `source` and removes the database. */
  drop(): Promise<void>;
}

const fromSetup = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: only tests under test/database and test/api have a PostgreSQL.`);
  }
  return value;
};

/** The address of another database on the server of this run. */
const addressOf = (database: string): string => {
  const url = new URL(fromSetup('TOLLGATE_TEST_SERVER'));
  url.pathname = `/${database}`;
  return url.href;
};

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: fromSetup('TOLLGATE_TEST_SERVER') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const create = async (options: string): Promise<{ url: string; name: string }> => {
  const name = `${fromSetup('TOLLGATE_TEST_TEMPLATE')}_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} ${options}`);
  return { url: addressOf(name), name };
};

const remove = (name: string): Promise<void> => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

/** Opens a database at its newest schema as the owner and as a server do, which has a role there; `remove` removes it. */
export const openTestDatabase = async (
  url: string,
  remove: () => Promise<unknown>,
  role?: string,
): Promise<TestDatabase> => {
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const served = await servedSource(url, role);
  return {
    url,
    source,
    served,
    drop: async () => {
      await Promise.all([source.destroy(), served.destroy()]);
      await remove();
    },
  };
};

/** A database of its own for a test, with all migrations and no rows. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const { url, name } = await create(`TEMPLATE ${fromSetup('TOLLGATE_TEST_TEMPLATE')}`);
  return openTestDatabase(url, () => remove(name));
};

/** A database of its own for a test, with nothing in it, not even tables. */
export const createEmptyDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const { url, name } = await create('');
  return { url, drop: () => remove(name) };
};

/** A database of its own for a test, with all that another one has; to that nobody may be connected. */
export const copyDatabase = async (from: string): Promise<{ url: string; drop(): Promise<void> }> => {
  const { url, name } = await create(`TEMPLATE ${new URL(from).pathname.slice(1)}`);
  return { url, drop: () => remove(name) };
};

/** Lets nobody connect to a database any more, or everybody again; who is connected stays so. */
export const allowConnections = (url: string, allowed: boolean): Promise<void> =>
  onServer(`ALTER DATABASE ${new URL(url).pathname.slice(1)} WITH ALLOW_CONNECTIONS ${allowed}`);
