import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenClock } from '../../src/platform/clock.js';
import { REQUEST_LIMITS } from '../../src/platform/http/request-limits.js';
import { foundCompany, type Company } from '../support/company.js';
import { hushLog } from '../support/hush-log.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

// What nobody waits for any more is asked of the database no longer.

const WAITING = `
  SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%initiative%'`;

describe('a query that is given up', () => {
  hushLog();
  let server: TestServer;
  let company: Company;
  const ask = (): string =>
    JSON.stringify({ query: `{ portfolio(key: "${company.key}") { initiatives(first: 5) { nodes { name } } } }` });
  const headers = (): Record<string, string> => ({
    'content-type': 'application/json',
    authorization: `Bearer ${company.manager.token}`,
  });
  const waiting = async (): Promise<number> =>
    (await server.source.query<{ count: number }[]>(WAITING))[0]?.count ?? -1;
  /** While the table is locked nothing of it can be read. */
  const whileLocked = async (work: () => Promise<void>): Promise<void> => {
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE initiative IN ACCESS EXCLUSIVE MODE');
      await work();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  beforeAll(async () => {
    const limits = { ...REQUEST_LIMITS, queryWithinMs: 2_000 };
    server = await startTestServer(new GivenClock('2026-03-02T09:00:00.000Z' as never), { limits });
    company = await foundCompany(server);
    await company.create();
  });
  afterAll(() => server.stop());

  it('by its client is cancelled in the database at once', async () => {
    await whileLocked(async () => {
      const leaving = new AbortController();
      const asked = fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: headers(),
        body: ask(),
        signal: leaving.signal,
      });
      await until('it waits for the table', async () => (await waiting()) === 1);
      leaving.abort();
      await expect(asked).rejects.toThrow(/abort/);
      const left = Date.now();
      await until('nothing waits any more', async () => (await waiting()) === 0);
      expect(Date.now() - left).toBeLessThan(1_500);
    });
  });

  it('after its time is answered with what to do, and cancelled in the database', async () => {
    await whileLocked(async () => {
      const { status, errors } = await company.manager.answer(JSON.parse(ask()).query as string);
      expect([status, errors?.map(({ extensions, message }) => [extensions.code, message])]).toEqual([
        503,
        [
          [
            'SERVICE_UNAVAILABLE',
            'This took longer than 2 seconds and was given up. Ask for less at a time, or again when there is less to do.',
          ],
        ],
      ]);
      await until('nothing waits any more', async () => (await waiting()) === 0);
    });
  });

  it('leaves the connections to those who come after it', async () => {
    await whileLocked(async () => {
      const leaving = Array.from({ length: 30 }, () => new AbortController());
      const asked = leaving.map(({ signal }) =>
        fetch(`${server.url}/graphql`, { method: 'POST', headers: headers(), body: ask(), signal }).catch(() => null),
      );
      await until('all connections wait for the table', async () => (await waiting()) === 10);
      leaving.forEach((each) => {
        each.abort();
      });
      await Promise.all(asked);
      const { data } = await company.manager.answer('{ viewer { user { name } } }');
      expect(data.viewer.user.name).toBeDefined();
    });
    for (let time = 0; time < 20; time += 1) {
      const { errors, data } = await company.manager.answer(JSON.parse(ask()).query as string);
      expect([errors, data.portfolio.initiatives.nodes.length]).toEqual([undefined, 1]);
    }
  });
});

describe('a mutation whose answer cannot be read any more', () => {
  hushLog();

  it('is told as done, with what it came to, and not as something to be sent again', async () => {
    const server = await startTestServer();
    try {
      const company = await foundCompany(server);
      const id = await company.create();
      const runner = server.source.createQueryRunner();
      await runner.startTransaction();
      await runner.query('LOCK TABLE benefits_review IN ACCESS EXCLUSIVE MODE');
      const { status, data, errors } = await company.manager.answer(
        'mutation ($id: ID!) { statusUpdatePost(initiativeId: $id, input: { health: ON_TRACK, text: "Goes on." }) { statusUpdate { id initiative { benefitsReviews { id } } } userErrors { code } } }',
        { id },
      );
      await runner.rollbackTransaction();
      await runner.release();
      expect([status, errors?.map(({ message }) => message)]).toEqual([
        200,
        [
          'The database has too much to do, or no room, just now; what was changed before that stands. Look at it before you try again.',
        ],
      ]);
      expect(data).toEqual({ statusUpdatePost: { statusUpdate: null, userErrors: [] } });
    } finally {
      await server.stop();
    }
  });
});
