import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { hear, socketClient, untilFollowed } from '../support/live.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** A process of its own reads all of the program first. */
const PATIENCE = 240_000;

const LISTENERS = `SELECT pid FROM pg_stat_activity WHERE application_name = 'tollgate-listener' AND datname = current_database()`;

describe('live updates over several processes on one database', () => {
  let server: TestServer;
  let company: Company;
  let programs: Program[];
  let first: string;
  let second: string;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    programs = [1, 2].map(() => runProgram('run-live.ts', server.databaseUrl, '2026-03-02T10:00:00.000Z'));
    [first, second] = (await Promise.all(programs.map(({ firstLine }) => firstLine))) as [string, string];
  }, PATIENCE);
  afterAll(async () => {
    programs.forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(programs.map(({ ended }) => ended));
    await server.stop();
  }, PATIENCE);

  const createAt = async (url: string, name: string): Promise<void> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${company.manager.token}` },
      body: JSON.stringify({
        query:
          'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { userErrors { message } } }',
        variables: {
          input: {
            portfolioKey: company.key,
            name,
            problem: 'Slow.',
            valueThesis: 'COST',
            ownerId: company.owner.userId,
          },
        },
      }),
    });
    expect(await response.json()).toEqual({ data: { initiativeCreate: { userErrors: [] } } });
  };

  it(
    'tell of what another process changed; one that loses its listener tells of what came in the gap and after it',
    async () => {
      const here = hear(socketClient(first, company.manager.token), { portfolio: company.key });
      const there = hear(socketClient(second, company.manager.token), { portfolio: company.key });
      await untilFollowed(first, 1);
      await untilFollowed(second, 1);
      const names = (hearing: typeof here): string[] => hearing.heard.map(({ name }) => name as string);

      await createAt(first, 'Made in the first');
      await createAt(second, 'Made in the second');
      await here.count(2);
      await there.count(2);
      expect(names(here).sort()).toEqual(['Made in the first', 'Made in the second']);
      expect(names(there).sort()).toEqual(['Made in the first', 'Made in the second']);

      const before = await server.source.query<{ pid: number }[]>(LISTENERS);
      expect(before).toHaveLength(2);
      await server.source.query(`SELECT pg_terminate_backend(pid) FROM (${LISTENERS}) AS listener`);
      await createAt(first, 'Made in the gap');
      await here.count(3);
      await there.count(3);
      await until('two new listeners', async () => {
        const now = await server.source.query<{ pid: number }[]>(LISTENERS);
        return now.length === 2 && now.every(({ pid }) => !before.some((old) => old.pid === pid));
      });
      await createAt(second, 'Made after it');
      await here.count(4);
      await there.count(4);
      expect(names(here).slice(2)).toEqual(['Made in the gap', 'Made after it']);
      expect(names(there).slice(2)).toEqual(['Made in the gap', 'Made after it']);

      here.end();
      await untilFollowed(first, 0);
      await until('one listener less', async () => (await server.source.query<unknown[]>(LISTENERS)).length === 1);

      // A process that is told to end tells its clients so, and is not kept alive by them.
      programs[1]!.child.kill('SIGTERM');
      expect(await there.ended).toMatchObject({ code: 1001 });
      expect(await programs[1]!.ended).toBe(0);
    },
    PATIENCE,
  );

  it(
    'go on at another process for a client that comes back by itself',
    async () => {
      const third = runProgram('run-live.ts', server.databaseUrl, '2026-03-02T10:01:00.000Z');
      programs.push(third);
      const url = await third.firstLine;
      let connections = 0;
      const client = socketClient(first, company.manager.token, {
        url: () => {
          connections += 1;
          return `${(connections === 1 ? url : first).replace(/^http/, 'ws')}/graphql`;
        },
        retryAttempts: 5,
        retryWait: () => Promise.resolve(),
      });
      const hearing = hear(client, { portfolio: company.key });
      await untilFollowed(url, 1);
      third.child.kill('SIGTERM');
      expect(await third.ended).toBe(0);
      await untilFollowed(first, 1);
      const before = hearing.heard.length;
      await createAt(first, 'Made after the move');
      await until('the change', () => hearing.heard.slice(before).some(({ name }) => name === 'Made after the move'));
      await client.dispose();
    },
    PATIENCE,
  );
});
