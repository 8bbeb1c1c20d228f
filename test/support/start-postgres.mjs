import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { birthOf } from '../../src/platform/embedded-postgres/processes.mjs';
import { loadTypeScript } from './typescript.mjs';

const FOLDER = /^tollgate-test-(\d+)-/;

/** Removes the files of runs that were killed. */
const removeLeftovers = () => {
  for (const name of readdirSync(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid !== undefined && birthOf(Number(pid)) === null) {
      removeFolder(join(tmpdir(), name));
    }
  }
};

/** One that could not be removed keeps nobody from being tested: perhaps a small disk is mounted there, of a test that fills it. */
const removeFolder = (/** @type {string} */ folder) => {
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    remove();
  } catch {
    try {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      remove();
    } catch (error) {
      console.warn(`${folder} is left over from a run that was killed, and cannot be removed: ${String(error)}`);
    }
  }
};

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
const startServer = async () => {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    return { url: given, stop: async () => undefined };
  }
  removeLeftovers();
  const { startEmbeddedPostgres } = await import('../../src/platform/embedded-postgres/launch.js');
  const dataDirectory = mkdtempSync(join(tmpdir(), `tollgate-test-${process.pid}-`));
  const remove = () => rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
  try {
    const server = await startEmbeddedPostgres({ dataDirectory, durable: false });
    return { url: server.url, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
};

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
const connected = async (url, work) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Drops the databases and roles that a run left on the server: on one of somebody else's it would stay for good.
 * @param {string} url
 * @param {string} run
 */
const dropDatabases = (url, run) =>
  connected(url, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [run]);
    for (const { datname } of rows) {
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
    const { rows: roles } = await client.query('SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)', [run]);
    for (const { rolname } of roles) {
      await client.query(`DROP ROLE IF EXISTS ${rolname}`);
    }
  });

const start = async () => {
  loadTypeScript();
  const server = await startServer();
  const run = `tollgate_test_${randomBytes(4).toString('hex')}`;
  const stop = async () => {
    try {
      if (process.env.TEST_DATABASE_URL) {
        await dropDatabases(server.url, run);
      }
    } finally {
      await server.stop();
    }
  };
  try {
    const { migrateToLatest } = await import('../../src/platform/database/migrate.js');
    const template = new URL(server.url);
    template.pathname = `/${run}`;
    await connected(server.url, (client) => client.query(`CREATE DATABASE ${run}`));
    await migrateToLatest(template.href);
  } catch (error) {
    await stop();
    throw error;
  }
  // The workers inherit the environment of the process that starts them.
  process.env.TOLLGATE_TEST_SERVER = server.url;
  process.env.TOLLGATE_TEST_TEMPLATE = run;
  return stop;
};

/** @typedef {{ tollgateTestServer?: Promise<() => Promise<void>> }} Shared */

/** Starts one PostgreSQL per run, with a template that was migrated once; for several projects in one run it is one and the same. */
export default async () => {
  const shared = /** @type {Shared} */ (globalThis);
  if (!shared.tollgateTestServer) {
    shared.tollgateTestServer = start();
    const stop = await shared.tollgateTestServer;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.once(signal, () => void stop().finally(() => process.exit(128 + constants.signals[signal])));
    }
  }
  await shared.tollgateTestServer;
};
