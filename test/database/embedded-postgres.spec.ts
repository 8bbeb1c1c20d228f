import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { birthOf } from '../../src/platform/embedded-postgres/processes.mjs';
import { type Program, runProgram } from '../support/processes.js';

let dataDirectory: string;
let log: string[];
const started: EmbeddedPostgres[] = [];
const programs: Program[] = [];

beforeAll(() => {
  // Named like the folder of a run, whose leftovers the next run removes should this one be killed.
  dataDirectory = mkdtempSync(join(tmpdir(), `tollgate-test-${process.pid}-embedded-`));
});

beforeEach(() => {
  log = [];
});

afterEach(async () => {
  const killed = programs.splice(0);
  killed.forEach(({ child }) => child.kill('SIGKILL'));
  await Promise.all(killed.map(({ ended }) => ended));
  if (killed.length > 0 && started.length === 0) {
    // After a failure halfway: a start takes over what a killed program left, and stops it.
    await start();
  }
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

afterAll(() => {
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
});

const start = async (): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDirectory, durable: true, log: (line) => log.push(line) });
  started.push(server);
  return server;
};

const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

const remember = (url: string): Promise<unknown> =>
  ask(url, "DROP TABLE IF EXISTS remembered; CREATE TABLE remembered AS SELECT 'kept' AS word");

const recall = (url: string): Promise<{ word: string }[]> => ask(url, 'SELECT word FROM remembered');

const postmaster = (): number =>
  Number(readFileSync(join(dataDirectory, 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

const parentOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));

const gone = async (pid: number): Promise<void> => {
  while (birthOf(pid) !== null) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const hold = async (): Promise<{ program: Program; url: string }> => {
  const program = runProgram('hold-postgres.ts', dataDirectory);
  programs.push(program);
  return { program, url: await program.firstLine };
};

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a restart, and leaves no process behind', async () => {
    const first = await start();
    await remember(first.url);
    const pid = postmaster();
    await first.stop();
    expect(birthOf(pid)).toBeNull();

    expect(await recall((await start()).url)).toEqual([{ word: 'kept' }]);
  });

  it('speaks UTF-8 in UTC, is open to this machine alone, and there to one program that knows its password', async () => {
    const { url } = await start();
    expect(
      await ask(
        url,
        `SELECT name, setting FROM pg_settings
         WHERE name IN ('server_encoding', 'TimeZone', 'listen_addresses', 'unix_socket_directories') ORDER BY name`,
      ),
    ).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'unix_socket_directories', setting: '' },
    ]);

    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });

    await expect(startEmbeddedPostgres({ dataDirectory, durable: true })).rejects.toThrow(
      `Another Tollgate (pid ${process.pid}) is already using ${dataDirectory}: stop it, or set TOLLGATE_DATA_DIR to another folder.`,
    );
  });

  it('says that it ended when it was killed, and has all that was committed at the next start', async () => {
    const first = await start();
    await remember(first.url);
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    while (log.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(log.join()).toContain('PostgreSQL ended unexpectedly');
    await first.stop();

    expect(await recall((await start()).url)).toEqual([{ word: 'kept' }]);
  });

  it('ends when the program that started it is killed, and has all that was committed at the next start', async () => {
    const { program, url } = await hold();
    await remember(url);
    const pid = postmaster();
    program.child.kill('SIGKILL');
    await program.ended;
    await gone(pid);

    expect(await recall((await start()).url)).toEqual([{ word: 'kept' }]);
  });

  it('starts anew at once while one of a killed program is still about to end', async () => {
    const { program, url } = await hold();
    await remember(url);
    program.child.kill('SIGKILL');
    await program.ended;

    expect(await recall((await start()).url)).toEqual([{ word: 'kept' }]);
  });

  it('is replaced when its supervisor was killed as well and nobody is left to end it', async () => {
    const { program, url } = await hold();
    await remember(url);
    const pid = postmaster();
    process.kill(parentOf(pid), 'SIGKILL');
    program.child.kill('SIGKILL');
    await program.ended;
    expect(birthOf(pid)).not.toBeNull();

    expect(await recall((await start()).url)).toEqual([{ word: 'kept' }]);
    expect(birthOf(pid)).toBeNull();
  });
});
