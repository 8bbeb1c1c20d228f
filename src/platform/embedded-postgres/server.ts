import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import type { Place } from './place.js';
import { clearPredecessor, until } from './predecessor.js';
import { PLAIN_ENVIRONMENT } from './privileges.js';

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly durable: boolean;
  readonly connections: number;
  readonly log: (line: string) => void;
}

const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 90_000;
const ATTEMPTS = 20;

// For tests: a crash may lose everything, which is no loss, and writes no longer wait for the disk.
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const settings = (port: number, { durable, connections }: ServerOptions): string[] =>
  [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `max_connections=${connections}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=off',
    'log_checkpoints=off',
    // Refused statements are the business of who sent them, and would fill the log with people's data.
    'log_min_messages=log',
    ...(durable ? [] : NOT_DURABLE),
  ].flatMap((setting) => ['-c', setting]);

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

/** The address of one of the cluster's databases, with the password in it. */
export const addressOf = (port: number, { password }: Pick<Cluster, 'password'>, database: string): string =>
  `postgres://tollgate:${password}@127.0.0.1:${port}/${database}`;

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Error(
        'PostgreSQL refuses the password that was kept beside the database. Restore both from the same backup.',
        {
          cause: error,
        },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const runSupervisor = (options: ServerOptions, port: number, logFile: string): ChildProcess => {
  const { place, binaries, cluster } = options;
  const order = {
    command: binaries.postgres,
    args: ['-D', cluster.data, ...settings(port, options)],
    account: place.account,
    env: PLAIN_ENVIRONMENT,
    stop: process.platform === 'win32' ? [binaries.pgCtl, 'stop', '-D', cluster.data, '-m', 'fast'] : null,
  };
  const file = openSync(logFile, 'w', 0o600);
  try {
    return spawn(
      process.execPath,
      [fileURLToPath(new URL('./supervisor.mjs', import.meta.url)), JSON.stringify(order)],
      {
        // A session of its own: Ctrl-C in the terminal is for Tollgate, which then stops PostgreSQL after its last query.
        detached: true,
        cwd: '/',
        env: PLAIN_ENVIRONMENT,
        stdio: ['pipe', 'ignore', file],
        windowsHide: true,
      },
    );
  } finally {
    closeSync(file);
  }
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Waits until PostgreSQL answers; otherwise the end of its log tells why it does not. */
const ready = async (supervisor: ChildProcess, url: string, logFile: string): Promise<string | null> => {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (hasEnded(supervisor)) {
      return readFileSync(logFile, 'utf8').trim().split('\n').slice(-12).join('\n');
    }
    if (await answers(url)) {
      return null;
    }
    if (Date.now() > deadline) {
      return `it did not answer within ${READY_WITHIN_MS / 1000} s`;
    }
    await until(() => hasEnded(supervisor), 25);
  }
};

// Another program was faster to take the port we had found free.
const isPortTaken = (log: string): boolean => /Address already in use|could not create any TCP\/IP sockets/.test(log);

const stopper = (supervisor: ChildProcess, { cluster, binaries }: ServerOptions): (() => Promise<void>) => {
  return async () => {
    supervisor.ref();
    supervisor.stdin?.end();
    if (!(await until(() => hasEnded(supervisor), STOPPED_WITHIN_MS))) {
      supervisor.kill('SIGKILL');
    }
    await clearPredecessor(cluster.data, binaries);
  };
};

/** Starts PostgreSQL on a free port under a supervisor that stops it when this program is gone, however it ends. */
export const startServer = async (options: ServerOptions): Promise<Server> => {
  const { place, cluster, log } = options;
  const logFile = join(place.home, 'postgres.log');
  try {
    renameSync(logFile, join(place.home, 'postgres.previous.log'));
  } catch {
    // The first start has no previous log.
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const supervisor = runSupervisor(options, port, logFile);
    supervisor.stdin?.on('error', () => undefined);
    const stop = stopper(supervisor, options);
    let failure: string | null;
    try {
      failure = await ready(supervisor, addressOf(port, cluster, 'postgres'), logFile);
    } catch (error) {
      await stop();
      throw error;
    }
    if (failure === null) {
      let stopping = false;
      supervisor.once('exit', () => {
        if (!stopping) {
          log(`PostgreSQL ended unexpectedly; restart Tollgate. Its last words are in ${logFile}.`);
        }
      });
      // Whoever started us may end without calling stop: the pipe closes then, and that is enough.
      supervisor.unref();
      (supervisor.stdin as unknown as { unref?: () => void } | null)?.unref?.();
      return {
        port,
        stop: () => {
          stopping = true;
          return stop();
        },
      };
    }
    await stop();
    if (attempt === ATTEMPTS || !isPortTaken(failure)) {
      throw new Error(`The embedded PostgreSQL does not start in ${place.home}:\n${failure}`);
    }
  }
};
