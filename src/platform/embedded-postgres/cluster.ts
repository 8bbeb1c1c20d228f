import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { dataIn, type Place } from './place.js';
import { runAs, USE_ANOTHER } from './privileges.js';

export interface Cluster {
  readonly data: string;
  readonly password: string;
}

const DRAFT = 'cluster.new-';

const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes a file that only its owner can read, and waits until it is on the disk. */
const writeSecret = (file: string, content: string): void => {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const initialise = async ({ home, account }: Place, binaries: Binaries, durable: boolean): Promise<void> => {
  const draft = mkdtempSync(join(home, DRAFT));
  try {
    // Root keeps the folder and the password; PostgreSQL's account passes through to its data.
    chmodSync(draft, account ? 0o711 : 0o700);
    const data = join(draft, 'data');
    const secret = join(draft, 'password');
    const handedOver = join(draft, 'password-for-initdb');
    mkdirSync(data, { mode: 0o700 });
    const password = randomBytes(24).toString('base64url');
    writeSecret(secret, password);
    writeSecret(handedOver, password);
    if (account) {
      chownSync(data, account.uid, account.gid);
      chownSync(handedOver, account.uid, account.gid);
    }
    const { code, output, error } = await runAs(account, binaries.initdb, [
      `--pgdata=${data}`,
      '--username=tollgate',
      `--pwfile=${handedOver}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (code !== 0) {
      throw new Error(`PostgreSQL could not create its files in ${home}: ${error?.message ?? output.trim()}`);
    }
    rmSync(handedOver);
    syncFolder(draft);
    renameSync(draft, join(home, 'cluster'));
    syncFolder(home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
};

/** Removes what starts that were killed while creating the database left behind. */
const removeDrafts = (home: string): void => {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(DRAFT))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An initdb that outlived its Tollgate still writes there: the next start removes it.
    }
  }
};

/** The database files of a place, created at the first start: all of them or none. */
export const openCluster = async (place: Place, binaries: Binaries, durable: boolean): Promise<Cluster> => {
  const { home } = place;
  const data = dataIn(home);
  removeDrafts(home);
  if (!existsSync(join(home, 'cluster'))) {
    await initialise(place, binaries, durable);
  }
  let major: string;
  let password: string;
  try {
    major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    password = readFileSync(join(home, 'cluster', 'password'), 'utf8').trim();
  } catch (error) {
    throw new Error(
      `${join(home, 'cluster')} is there but is not a database of Tollgate's (${(error as Error).message}). ` +
        'Restore it from a backup, or move it away to start empty.',
      { cause: error },
    );
  }
  if (major !== binaries.major) {
    throw new Error(
      `The database in ${home} was written by PostgreSQL ${major}, and this Tollgate brings PostgreSQL ${binaries.major}, which cannot read it. ` +
        `To keep the data, run the Tollgate that wrote it, dump it with pg_dump and restore it into a PostgreSQL of your own, then ${USE_ANOTHER}. ` +
        'To start empty, move the folder away or set TOLLGATE_DATA_DIR to another one.',
    );
  }
  return { data, password };
};

/** Where the server listens that runs on the database files of a home, and its password. */
export const runningCluster = (home: string): { readonly port: number; readonly password: string } => {
  try {
    // PostgreSQL writes its port into the fourth line.
    const port = Number(readFileSync(join(dataIn(home), 'postmaster.pid'), 'utf8').split('\n')[3]);
    return { port, password: readFileSync(join(home, 'cluster', 'password'), 'utf8').trim() };
  } catch (error) {
    throw new Error(
      `A Tollgate is using ${home}, and its PostgreSQL is not running yet (${(error as Error).message}). Try again in a moment.`,
      { cause: error },
    );
  }
};
