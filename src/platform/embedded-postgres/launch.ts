import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { prepareBinaries } from './binaries.js';
import { connectionsFor } from './connections.js';
import { openCluster, runningCluster } from './cluster.js';
import { lockFolder } from './folder-lock.mjs';
import { choosePlace, dataIn } from './place.js';
import { clearPredecessor } from './predecessor.js';
import { addressOf, startServer } from './server.js';

export interface EmbeddedPostgresOptions {
  /** Where the database keeps its files; created if need be. */
  readonly dataDirectory: string;
  /** False for tests: faster, and a crash of the machine may lose data. */
  readonly durable: boolean;
  /** How many connections there may be; left out: as many as one process needs. */
  readonly connections?: number;
  /** Takes the few lines that a person should read. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** The address of the database `tollgate`, with the user and the password in it. */
  readonly url: string;
  readonly port: number;
  readonly version: string;
  /** Stops PostgreSQL in good order; calling it again waits for the same end. */
  stop(): Promise<void>;
}

const DATABASE = 'tollgate';

/** Creates our database if a killed first start left it out, and tells the version of the server. */
const ensureDatabase = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${DATABASE}`);
    }
    const shown = await client.query<{ server_version: string }>('SHOW server_version');
    return shown.rows[0]?.server_version ?? 'unknown';
  } finally {
    await client.end();
  }
};

/**
 * Starts the PostgreSQL that Tollgate brings along, on the files in a folder and a free port of 127.0.0.1. It ends with this program,
 * even if that is killed; what was killed halfway is put right at the next start.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { durable, connections = connectionsFor(1), log = () => undefined } = options;
  const dataDirectory = resolve(options.dataDirectory);
  const place = await choosePlace(dataDirectory, log);
  const lock = lockFolder(place.home);
  if ('heldBy' in lock) {
    throw new Error(
      `Another Tollgate (pid ${lock.heldBy}) is already using ${dataDirectory}: stop it, or set TOLLGATE_DATA_DIR to another folder.`,
    );
  }
  try {
    const binaries = await prepareBinaries(place.account, place.home);
    const cluster = await openCluster(place, binaries, durable);
    await clearPredecessor(cluster.data, binaries);
    const server = await startServer({ place, binaries, cluster, durable, connections, log });
    let version: string;
    try {
      version = await ensureDatabase(addressOf(server.port, cluster, 'postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    let stopped: Promise<void> | undefined;
    return {
      url: addressOf(server.port, cluster, DATABASE),
      port: server.port,
      version,
      stop: () => (stopped ??= server.stop().finally(lock.release)),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/**
 * The PostgreSQL that Tollgate brings along, for a program beside the server: the running one where another Tollgate has
 * started it on these files, which then goes on running; else it is started for this program, and ends with it.
 */
export const reachEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> => {
  const { log = () => undefined } = options;
  const { home } = await choosePlace(resolve(options.dataDirectory), log);
  const lock = lockFolder(home);
  if ('heldBy' in lock) {
    const { port, password } = runningCluster(home);
    return { url: addressOf(port, { password }, DATABASE), stop: () => Promise.resolve() };
  }
  lock.release();
  return startEmbeddedPostgres(options);
};

/** Whether there is a database in a folder already, or where one for that folder is kept; nothing is made. */
export const hasEmbeddedPostgres = async (dataDirectory: string): Promise<boolean> => {
  const folder = resolve(dataDirectory);
  return existsSync(folder) && existsSync(dataIn((await choosePlace(folder, () => undefined)).home));
};
