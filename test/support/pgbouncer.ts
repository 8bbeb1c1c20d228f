import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isRoot, unprivilegedAccount } from '../../src/platform/embedded-postgres/privileges.js';
import { until } from './until.js';

/** Whether there is a PgBouncer on this machine. */
export const hasPgBouncer = (): boolean => spawnSync('pgbouncer', ['--version']).status === 0;

export interface PgBouncer {
  /** Where a database of the server behind is reached through it. */
  through(url: string): string;
  /** What it says of itself, such as `SHOW POOLS`. */
  show<Row>(what: string): Promise<Row[]>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Starts the real one in front of the server at an address, as it is commonly set up: by the transaction, with so many connections to each database. */
export const startPgBouncer = async (server: string, connections: number): Promise<PgBouncer> => {
  const { hostname, port: serverPort, username, password } = new URL(server);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-pgbouncer-'));
  const account = isRoot() ? unprivilegedAccount() : null;
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    if (account) {
      chownSync(file, account.uid, account.gid);
    }
    return file;
  };
  chmodSync(folder, 0o755);
  const users = write('users.txt', `"${username}" "${decodeURIComponent(password)}"\n`);
  const settings = write(
    'pgbouncer.ini',
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
admin_users = ${username}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 500
`,
  );
  const child = spawn('pgbouncer', ['-q', settings], {
    stdio: 'ignore',
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  const through = (url: string): string => {
    const address = new URL(url);
    address.port = String(port);
    return address.href;
  };
  const show = async <Row>(what: string): Promise<Row[]> => {
    const admin = new URL(through(server));
    admin.pathname = '/pgbouncer';
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    try {
      return (await client.query(what)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  await until('PgBouncer', () =>
    show('SHOW VERSION').then(
      () => true,
      () => false,
    ),
  );
  return {
    through,
    show,
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) {
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
