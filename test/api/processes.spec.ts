import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { foundCompany, type Company } from '../support/company.js';
import { hear, metric, socketClient, untilFollowed } from '../support/live.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** Each process reads all of the program first. */
const PATIENCE = 240_000;
const PROCESSES = 3;

/** The processes that one has started; Linux and macOS have `pgrep`. */
const childrenOf = (pid: number | undefined): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('several processes that share a port', () => {
  let server: TestServer;
  let company: Company;
  let program: Program;
  let url: string;
  const key = randomBytes(32).toString('base64');

  const begin = async (processes: number): Promise<void> => {
    const further = JSON.stringify({ TOLLGATE_PROCESSES: String(processes) });
    program = runProgram('run-product.ts', server.databaseUrl, key, 'silent', '', further);
    url = await program.firstLine;
  };

  /** On a connection of its own, so that each goes to the next process. */
  const send = (
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<{ status: number; text: string; cookies: readonly string[] }> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${url}${path}`,
        {
          agent: false,
          method: body === undefined ? 'GET' : 'POST',
          headers: { connection: 'close', 'content-type': 'application/json', ...headers },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text, cookies: response.headers['set-cookie'] ?? [] });
          });
        },
      );
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });

  const ask = (query: string, token = company.manager.token): Promise<{ status: number; text: string }> =>
    send('/graphql', { authorization: `Bearer ${token}` }, { query });

  const create = async (name: string): Promise<void> => {
    const { text } = await ask(
      `mutation { initiativeCreate(input: { portfolioKey: "${company.key}", name: "${name}", problem: "Slow.", valueThesis: COST,
        ownerId: "${company.owner.userId}" }) { userErrors { message } } }`,
    );
    expect(JSON.parse(text)).toEqual({ data: { initiativeCreate: { userErrors: [] } } });
  };

  const sessionsOf = async (name: string): Promise<number> => {
    const [found] = await server.source.query<{ count: number }[]>(
      'SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
      [name],
    );
    return found?.count ?? -1;
  };
  const untilLed = (): Promise<void> =>
    until('one leads', async () => (await metric(url, 'tollgate_scheduler_leader')) === 1);

  beforeAll(async () => {
    server = await startTestServer(new GivenClock(instantOf(Date.now())));
    company = await foundCompany(server);
    await begin(PROCESSES);
  }, PATIENCE);
  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await server.stop();
  }, PATIENCE);

  it('answer one after the other, and tell their numbers together', async () => {
    expect(childrenOf(program.child.pid)).toHaveLength(PROCESSES);
    for (let each = 0; each < 4 * PROCESSES; each += 1) {
      expect((await ask('{ viewer { user { name } } }')).status).toBe(200);
    }
    const { text } = await send('/metrics');
    expect(text).toMatch(/^tollgate_processes 3$/m);
    // No process has answered all of them, and each was counted once.
    expect(text).toMatch(
      new RegExp(`^tollgate_operation_seconds_count\\{kind="query",field="viewer"\\} ${4 * PROCESSES}$`, 'm'),
    );
    // What is read from the database is no sum.
    await server.source.query(`SELECT graphile_worker.add_job('of_another_version', '{}')`);
    expect((await send('/metrics')).text).toMatch(/^tollgate_jobs\{task="of_another_version",status="\w+"\} 1$/m);
  });

  it('know somebody who has signed in with one of them', async () => {
    const { status, cookies } = await send('/session/token', { origin: url }, { token: company.manager.token });
    expect(status).toBe(204);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    for (let each = 0; each < 2 * PROCESSES; each += 1) {
      const { text } = await send(
        '/graphql',
        { cookie, origin: url, 'x-tollgate-client': 'board' },
        { query: '{ viewer { user { id } } }' },
      );
      expect(JSON.parse(text)).toEqual({ data: { viewer: { user: { id: company.manager.userId } } } });
    }
  });

  it('tell live what was changed by any', async () => {
    const clients = Array.from({ length: 2 * PROCESSES }, () => socketClient(url, company.manager.token));
    const hearings = clients.map((client) => hear(client, { portfolio: company.key }));
    await untilFollowed(url, clients.length);
    expect(await sessionsOf('tollgate-listener')).toBe(PROCESSES);
    await create('Told to all');
    await Promise.all(hearings.map((hearing) => hearing.count(1)));
    expect(hearings.map(({ heard }) => heard[0].name)).toEqual(clients.map(() => 'Told to all'));
    hearings.forEach((hearing) => {
      hearing.end();
    });
    await untilFollowed(url, 0);
    for (const client of clients) {
      await client.dispose();
    }
  });

  it(
    'have one that leads; when it is killed another follows, and one takes its place',
    async () => {
      await untilLed();
      await until('all strive', async () => (await sessionsOf('tollgate-leader')) === PROCESSES);
      const before = childrenOf(program.child.pid);
      const [lead] = await server.source.query<{ port: number }[]>(
        `SELECT a.client_port AS port FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE l.locktype = 'advisory' AND a.datname = current_database() AND a.application_name = 'tollgate-leader' AND l.granted`,
      );
      const line = execFileSync('ss', ['-tnpH', `sport = :${lead?.port ?? 0}`], { encoding: 'utf8' });
      const leading = Number(/pid=(\d+)/.exec(line)?.[1]);
      expect(before).toContain(leading);
      process.kill(leading, 'SIGKILL');
      await until('another one', () => {
        const now = childrenOf(program.child.pid);
        return now.length === PROCESSES && !now.includes(leading);
      });
      await untilLed();
      await until('all serve', async () => (await metric(url, 'tollgate_processes')) === PROCESSES);
      await until('all strive', async () => (await sessionsOf('tollgate-leader')) === PROCESSES);
      await create('Made after the end of one');
    },
    PATIENCE,
  );

  it('count together what an address may try', async () => {
    const statuses: number[] = [];
    for (let each = 0; each < 125; each += 1) {
      statuses.push((await ask('{ viewer { user { name } } }', 'tgt_no_such_token')).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(120);
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
  });

  it(
    'end together in good order, and leave nothing behind',
    async () => {
      const serving = childrenOf(program.child.pid);
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      expect(serving.filter(isThere)).toEqual([]);
      for (const name of ['tollgate-leader', 'tollgate-jobs', 'tollgate-listener']) {
        await until(`no ${name}`, async () => (await sessionsOf(name)) === 0);
      }
    },
    PATIENCE,
  );

  it(
    'are gone when the first of them is killed',
    async () => {
      await begin(2);
      const serving = childrenOf(program.child.pid);
      expect(serving).toHaveLength(2);
      program.child.kill('SIGKILL');
      await program.ended;
      await until('their end', () => !serving.some(isThere));
    },
    PATIENCE,
  );
});
