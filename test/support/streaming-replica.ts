import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { prepareBinaries } from '../../src/platform/embedded-postgres/binaries.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { choosePlace, dataIn } from '../../src/platform/embedded-postgres/place.js';
import { addressOf, startServer } from '../../src/platform/embedded-postgres/server.js';

const CONNECTIONS = 100;
/** Of the running one alone, and not of its files. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts'];

export interface Replicated {
  /** The address of the database at the primary. */
  readonly url: string;
  /** The same at the replica. */
  readonly replicaUrl: string;
  /** Asks the replica itself, as its owner. */
  onReplica<Row>(sql: string): Promise<Row[]>;
  /** Ends the replica. */
  stopReplica(): Promise<void>;
  stop(): Promise<void>;
}

const asking = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A PostgreSQL of its own, and one that streams from it: made of its files while it runs, as pg_basebackup does. */
export const startReplicated = async (): Promise<Replicated> => {
  const folder = mkdtempSync(join(tmpdir(), `tollgate-test-${process.pid}-replica-`));
  // As root PostgreSQL runs as another user, who has to get through.
  chmodSync(folder, 0o755);
  const primary = await startEmbeddedPostgres({ dataDirectory: join(folder, 'primary'), durable: true });
  const place = await choosePlace(join(folder, 'primary'), () => undefined);
  const binaries = await prepareBinaries(place.account, place.home);
  const home = join(folder, 'second');
  const data = join(home, 'data');
  mkdirSync(home, { mode: 0o755 });
  const { hostname, port, username, password } = new URL(primary.url);
  await asking(primary.url, async (client) => {
    await client.query(`SELECT pg_backup_start('replica', true)`);
    cpSync(dataIn(place.home), data, { recursive: true, filter: (from) => !LEFT_OUT.includes(basename(from)) });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  });
  writeFileSync(join(data, 'standby.signal'), '');
  appendFileSync(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}'\nwal_retrieve_retry_interval = '200ms'\n`,
  );
  if (place.account) {
    execFileSync('chown', ['-R', `${place.account.uid}:${place.account.gid}`, data]);
  }
  const cluster = { data, password: decodeURIComponent(password) };
  const server = await startServer({
    place: { home, account: place.account },
    binaries,
    cluster,
    durable: true,
    connections: CONNECTIONS,
    log: () => undefined,
  });
  const replicaUrl = addressOf(server.port, cluster, new URL(primary.url).pathname.slice(1));
  let stopped: Promise<void> | null = null;
  const stopReplica = (): Promise<void> => (stopped ??= server.stop());
  return {
    url: primary.url,
    replicaUrl,
    onReplica: (sql) => asking(replicaUrl, async (client) => (await client.query(sql)).rows as never),
    stopReplica,
    stop: async () => {
      await stopReplica();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
