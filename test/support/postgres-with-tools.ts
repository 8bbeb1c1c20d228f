import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { choosePlace } from '../../src/platform/embedded-postgres/place.js';
import { runAs } from '../../src/platform/embedded-postgres/privileges.js';
import { addressOf, startServer } from '../../src/platform/embedded-postgres/server.js';
import { openTestDatabase, type TestDatabase } from './database.js';

const NEEDED = ['initdb', 'postgres', 'pg_ctl', 'pg_dump', 'pg_restore'];
const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

const onPath = (): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'pg_dump'))
    .filter((program) => existsSync(program))
    .map((program) => dirname(realpathSync(program)));

const ofDebian = (): string[] =>
  existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .filter((version) => Number(version) >= OLDEST)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];

/** A folder with a whole PostgreSQL, its server and the programs that write and read dumps; null where the machine has none. */
export const wholePostgres = (): string | null =>
  [process.env['TOLLGATE_PG_BIN'] ?? '', ...ofDebian(), ...onPath()].find((folder) =>
    NEEDED.every((program) => existsSync(join(folder, program))),
  ) ?? null;

export interface PostgresWithTools {
  /** The folder of its programs. */
  readonly programs: string;
  /** An address in it, of the database of that name. */
  address(database: string): string;
  query(sql: string): Promise<void>;
  /** A database with nothing in it. */
  createEmpty(): Promise<string>;
  /** What a server runs on. */
  open(url: string): Promise<TestDatabase>;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL of a folder on files of its own. */
export const startPostgresOf = async (programs: string): Promise<PostgresWithTools> => {
  const folder = mkdtempSync(join(tmpdir(), `tollgate-test-${process.pid}-`));
  const place = await choosePlace(folder, () => undefined);
  const data = join(place.home, 'data');
  if (place.account) {
    chownSync(place.home, place.account.uid, place.account.gid);
  }
  const program = (name: string): string => join(programs, name);
  const made = await runAs(place.account, program('initdb'), [
    `--pgdata=${data}`,
    '--username=tollgate',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  if (made.code !== 0) {
    throw new Error(made.output);
  }
  const cluster = { data, password: 'is-not-asked-for' };
  const binaries = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major: '' };
  const server = await startServer({
    place,
    binaries,
    cluster,
    durable: false,
    connections: 100,
    log: () => undefined,
  });
  const address = (database: string): string => addressOf(server.port, cluster, database);
  const query = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: address('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    programs,
    address,
    query,
    createEmpty: async () => {
      const name = `drill_${randomBytes(6).toString('hex')}`;
      await query(`CREATE DATABASE ${name}`);
      return address(name);
    },
    open: async (url) => {
      const { appRole } = await migrateToLatest(url);
      const drop = `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`;
      return openTestDatabase(url, () => query(drop), appRole ?? '');
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
