import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { requestScopes, type RequestScope } from '../../src/platform/database/request-scope.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

describe('what a request asks in one turn', () => {
  let database: TestDatabase;
  let asking: Database;
  let connections = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    asking = new Database(database.served);
    const pool = (database.served.driver as unknown as { master: pg.Pool }).master;
    pool.on('acquire', () => {
      connections += 1;
    });
  });
  afterAll(() => database.drop());

  /** Does something as a request, and tells of how many connections it took. */
  const within = async <T>(
    work: (request: RequestScope, given: AbortController) => Promise<T>,
  ): Promise<{ readonly came: T; readonly connections: number }> => {
    const given = new AbortController();
    const request: RequestScope = {
      id: null,
      operation: null,
      transaction: null,
      portfolios: 'ALL',
      hasCommitted: false,
      given,
    };
    const before = connections;
    const came = await requestScopes.run(request, () => work(request, given));
    return { came, connections: connections - before };
  };
  const one = (sql: string, ...values: readonly unknown[]): Promise<{ a: unknown } | null> => asking.row(sql, values);

  it('goes in one message, each answered by itself', async () => {
    const { came, connections: taken } = await within(() =>
      Promise.all([
        one('SELECT $1::int AS a', 1),
        one('SELECT $1::text AS a', 'two'),
        one('SELECT 3 AS a WHERE false'),
      ]),
    );
    expect(came).toEqual([{ a: 1 }, { a: 'two' }, null]);
    expect(taken).toBe(1);
  });

  it('is prepared once, however it is asked', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { came } = await within(() =>
        Promise.all([one('SELECT $1::int AS a', time), one('SELECT $1::int AS a', 7)]),
      );
      expect(came).toEqual([{ a: time }, { a: 7 }]);
      expect((await within(() => one('SELECT $1::int AS a', time))).came).toEqual({ a: time });
    }
  });

  it('fails alone where it fails', async () => {
    const { came } = await within(() =>
      Promise.allSettled([
        one('SELECT 1 AS a'),
        one('SELECT 1 / $1::int AS a', 0),
        one('SELECT 2 AS a'),
        one('SELECT nothing AS a'),
        one('SELECT 3 AS a'),
      ]),
    );
    expect(came).toEqual([
      { status: 'fulfilled', value: { a: 1 } },
      { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) },
      { status: 'fulfilled', value: { a: 2 } },
      { status: 'rejected', reason: expect.objectContaining({ code: '42703' }) },
      { status: 'fulfilled', value: { a: 3 } },
    ]);
    expect((await within(() => one('SELECT 4 AS a'))).came).toEqual({ a: 4 });
  });

  it('sees the rows that could be seen when it was asked', async () => {
    const SCOPE = `SELECT current_setting('tollgate.portfolios', true) AS a`;
    const portfolio = '01a22a3c-a574-74b1-8e1b-cf0573fcdfff';
    const { came } = await within((request) => {
      const before = [one(SCOPE), one(`${SCOPE} WHERE true`)];
      request.portfolios = [portfolio];
      return Promise.all([...before, one(SCOPE), one(`${SCOPE} WHERE true`)]);
    });
    expect(came).toEqual([{ a: '*' }, { a: '*' }, { a: portfolio }, { a: portfolio }]);
    // Nothing of it stays with the connection.
    expect((await within(() => one(SCOPE))).came).toEqual({ a: '*' });
  });

  it('is given up as a whole', async () => {
    const reason = new Error('nobody waits');
    const { came } = await within((_, given) => {
      const asked = Promise.allSettled([one('SELECT pg_sleep(60)::text AS a'), one('SELECT 1 AS a')]);
      setTimeout(() => {
        given.abort(reason);
      }, 100);
      return asked;
    });
    expect(came).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
  });

  it('fails alone where PostgreSQL ends the connection over it', async () => {
    const LONG = 'SELECT pg_sleep(60)::text AS a';
    const { came } = await within(async () => {
      const asked = Promise.allSettled([one(LONG), one('SELECT 1 AS a'), one('SELECT 2 AS a')]);
      await until('the statement to be under way', async () => {
        const cut = await database.source.query<unknown[]>(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = $1 AND state = 'active'`,
          [LONG],
        );
        return cut.length > 0;
      });
      return asked;
    });
    expect(came.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect((await within(() => one('SELECT 3 AS a'))).came).toEqual({ a: 3 });
  });

  it('is no part of it where it writes, for that must not be taken back by what others fail at', async () => {
    const { connections: taken } = await within(() =>
      Promise.all([
        one('SELECT 1 AS a'),
        asking.rows('UPDATE app_user SET name = name WHERE false'),
        one('SELECT 2 AS a'),
      ]),
    );
    expect(taken).toBe(2);
  });
});
