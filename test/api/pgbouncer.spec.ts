import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { instantOf } from '../../src/domain/basics/instant.js';
import { ENTITIES } from '../../src/entities.js';
import { GivenClock } from '../../src/platform/clock.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { requestScopes, within } from '../../src/platform/database/request-scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { termsOf } from '../../src/platform/database/portfolio-scope.js';
import { foundCompany, type Company } from '../support/company.js';
import { hear, metric, socketClient, untilFollowed } from '../support/live.js';
import { hasPgBouncer, startPgBouncer, type PgBouncer } from '../support/pgbouncer.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const PATIENCE = 240_000;
/** Fewer than the server has connections to it, so that they have to be handed on. */
const CONNECTIONS = 3;

/** So long before the program starts there are portfolios, whose days it then begins. */
const THREE_DAYS_MS = 3 * 24 * 3_600_000;

const NOBODY_WAITS = new Error('Nobody waits for it.');

const whereThereIsOne = hasPgBouncer() ? describe : describe.skip;
if (!hasPgBouncer()) {
  console.warn('There is no PgBouncer on this machine: it is not tried.');
}

whereThereIsOne('PgBouncer by the transaction', () => {
  let server: TestServer;
  let company: Company;
  let other: Company;
  let bouncer: PgBouncer;

  beforeAll(async () => {
    server = await startTestServer(new GivenClock(instantOf(Date.now() - THREE_DAYS_MS)));
    company = await foundCompany(server);
    other = await foundCompany(server);
    bouncer = await startPgBouncer(process.env['TOLLGATE_TEST_SERVER'] ?? '', CONNECTIONS);
  }, PATIENCE);
  afterAll(async () => {
    await bouncer.stop();
    await server.stop();
  }, PATIENCE);

  describe('between the server and PostgreSQL', () => {
    let source: DataSource;
    let database: Database;

    beforeAll(async () => {
      const { role } = termsOf(server.served);
      const directUrl = server.databaseUrl;
      source = await dataSourceFor(bouncer.through(directUrl), ENTITIES, { role, directUrl }).initialize();
      database = new Database(source);
    });
    afterAll(() => source.destroy());

    it('hands few connections to many', async () => {
      const backends = await Promise.all(
        Array.from({ length: 10 }, () =>
          database.row<{ pid: number }>('SELECT pg_backend_pid() AS pid, pg_sleep(0.05)'),
        ),
      );
      expect(new Set(backends.map((row) => row?.pid)).size).toBeLessThanOrEqual(CONNECTIONS);
      expect(database.connections.busy + database.connections.idle).toBe(10);
    });

    it('gives each statement the role, the scope and the settings of its own, whosever the session was', async () => {
      const asked = `SELECT current_user AS "user", current_setting('tollgate.portfolios') AS scope, current_setting('TimeZone') AS zone,
        current_setting('statement_timeout') AS patience, $1::text AS own`;
      const rows = await Promise.all(
        Array.from({ length: 60 }, (_, each) =>
          within([`0000000${each % 10}-0000-0000-0000-000000000000`], () =>
            database.row<Record<string, string>>(asked, [String(each)]),
          ),
        ),
      );
      rows.forEach((row, each) => {
        expect(row).toEqual({
          user: termsOf(source).role,
          scope: `0000000${each % 10}-0000-0000-0000-000000000000`,
          zone: 'UTC',
          patience: '30s',
          own: String(each),
        });
      });
      // Nothing of it stays with a session.
      const plain = new pg.Client({ connectionString: bouncer.through(server.databaseUrl) });
      await plain.connect();
      for (let each = 0; each < 2 * CONNECTIONS; each += 1) {
        const { rows: left } = await plain.query<{ user: string; scope: string | null; patience: string }>(
          `SELECT current_user AS "user", current_setting('tollgate.portfolios', true) AS scope, current_setting('statement_timeout') AS patience`,
        );
        expect(left[0]).toMatchObject({ user: 'tollgate', patience: '0' });
        expect(left[0]?.scope ?? '').toBe('');
      }
      await plain.end();
    });

    it('has transactions whole, each in its own terms', async () => {
      const work = new UnitOfWork(source);
      const seen = await Promise.all(
        Array.from({ length: 20 }, (_, each) =>
          within([], () =>
            work.run(async (tx) => {
              const [first] = await tx.query<{ pid: number }>(
                'SELECT pg_backend_pid() AS pid, set_config($1, $2, true)',
                ['tollgate.try', String(each)],
              );
              await tx.query('SELECT pg_sleep(0.01)');
              const [last] = await tx.query<{ pid: number; kept: string; user: string; patience: string }>(
                `SELECT pg_backend_pid() AS pid, current_setting('tollgate.try') AS kept, current_user AS "user",
                   current_setting('lock_timeout') AS patience`,
              );
              return { ok: true, value: { stays: first?.pid === last?.pid, ...last, pid: undefined } } as const;
            }),
          ),
        ),
      );
      expect(seen).toEqual(
        seen.map((_, each) => ({
          ok: true,
          value: { stays: true, kept: String(each), user: termsOf(source).role, patience: '10s', pid: undefined },
        })),
      );
    });

    it('cancels what is given up, and never what somebody else asks', async () => {
      const directUrl = server.databaseUrl;
      const others = await dataSourceFor(bouncer.through(directUrl), ENTITIES, { directUrl }).initialize();
      const theirs = new Database(others);
      const answers: unknown[] = [];
      const told = new EventEmitter().setMaxListeners(0);
      let isOver = false;
      const asking = Array.from({ length: 4 }, async () => {
        while (!isOver) {
          answers.push(await theirs.row('SELECT 1 AS one, pg_sleep(0.002)').catch((error: unknown) => error));
          told.emit('answer');
        }
      });
      // One that would take a minute, or is about to be answered when it is given up.
      const giveUp = async (seconds: number): Promise<unknown> => {
        const given = new AbortController();
        const scope = {
          id: null,
          operation: null,
          transaction: null,
          portfolios: 'ALL' as const,
          hasCommitted: false,
          given,
        };
        const asked = requestScopes.run(scope, () => database.row('SELECT 2 AS two, pg_sleep($1)', [seconds]));
        const outcome = asked.then(
          () => 'answered',
          (error: unknown) => (error === NOBODY_WAITS ? 'given up' : error),
        );
        await once(told, 'answer');
        given.abort(NOBODY_WAITS);
        return outcome;
      };
      const outcomes: unknown[] = [];
      const lanes = [60, 0.002].map(async (seconds) => {
        for (let each = 0; each < 100; each += 1) {
          outcomes.push(await giveUp(seconds));
        }
      });
      await Promise.all(lanes);
      isOver = true;
      await Promise.all(asking);
      await others.destroy();
      expect(outcomes.filter((outcome) => outcome === 'given up').length).toBeGreaterThanOrEqual(100);
      expect(outcomes.filter((outcome) => outcome !== 'given up' && outcome !== 'answered')).toEqual([]);
      expect(answers.filter((answer) => (answer as { one?: number }).one !== 1)).toEqual([]);
      const underWay = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%AS two%'
        AND pid <> pg_backend_pid()`;
      await until(
        'nothing of it is under way',
        async () => (await server.source.query<unknown[]>(underWay)).length === 0,
      );
    });
  });

  describe('in front of the whole program', () => {
    let program: Program;
    let url: string;

    const clientAt = (token: string): Pick<Client, 'ask'> => ({
      ask: async (query, variables = {}) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
        if (errors) {
          throw new Error(JSON.stringify(errors));
        }
        return data;
      },
    });

    beforeAll(async () => {
      const further = JSON.stringify({
        DATABASE_POOLER: 'transaction',
        DATABASE_DIRECT_URL: server.databaseUrl,
        TOLLGATE_PROCESSES: '2',
      });
      const key = randomBytes(32).toString('base64');
      program = runProgram('run-product.ts', bouncer.through(server.databaseUrl), key, 'error', '', further);
      url = await program.firstLine;
    }, PATIENCE);
    afterAll(async () => {
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    }, PATIENCE);

    it('keeps portfolios apart while both are read and written at once, and tells of it live', async () => {
      const hearing = hear(socketClient(url, company.manager.token), { portfolio: company.key });
      await untilFollowed(url, 1);
      const act = async (who: Company, each: number): Promise<void> => {
        const client = clientAt(who.manager.token);
        const { initiativeCreate } = await client.ask(
          'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id } userErrors { message } } }',
          {
            input: {
              portfolioKey: who.key,
              name: `${who.key} ${each}`,
              problem: 'Slow.',
              valueThesis: 'COST',
              ownerId: who.owner.userId,
            },
          },
        );
        expect(initiativeCreate.userErrors).toEqual([]);
        const { mine, theirs } = await client.ask(
          `query ($mine: String!, $theirs: String!) { mine: portfolio(key: $mine) { key attention { totalCount } initiatives(first: 100) { nodes { key name } } }
            theirs: portfolio(key: $theirs) { key } }`,
          { mine: who.key, theirs: who === company ? other.key : company.key },
        );
        expect(theirs).toBeNull();
        const names = mine.initiatives.nodes.map(({ name }: { name: string }) => name) as string[];
        expect(names).toContain(`${who.key} ${each}`);
        expect(names.filter((name) => !name.startsWith(who.key))).toEqual([]);
      };
      for (let round = 0; round < 5; round += 1) {
        await Promise.all([company, other].flatMap((who) => [0, 1, 2].map((each) => act(who, round * 3 + each))));
      }
      await until('all is told', () => new Set(hearing.heard.map(({ name }) => name)).size === 15);
      expect(hearing.heard.filter(({ name }) => !(name as string).startsWith(company.key))).toEqual([]);
      hearing.end();
      const [{ count } = { count: 0 }] = await server.source.query<{ count: number }[]>(
        'SELECT count(*)::int FROM initiative',
      );
      expect(count).toBe(30);
    });

    it('leads and runs jobs past it', async () => {
      await until('one leads', async () => (await metric(url, 'tollgate_scheduler_leader')) === 1);
      const begun = `SELECT 1 FROM portfolio_day d JOIN portfolio p ON p.id = d.portfolio_id WHERE p.key = ANY($1)`;
      await until('the days of both have begun', async () => {
        const days = await server.source.query<unknown[]>(begun, [[company.key, other.key]]);
        return days.length === 2;
      });
      const waiting = `SELECT 1 FROM graphile_worker.jobs`;
      await until('all jobs are done', async () => (await server.source.query<unknown[]>(waiting)).length === 0);
    });

    it('has no more connections to PostgreSQL than it may, for all that goes through it', async () => {
      const name = new URL(server.databaseUrl).pathname.slice(1);
      const pools = await bouncer.show<{ database: string; sv_active: number | string; sv_idle: number | string }>(
        'SHOW POOLS',
      );
      const ours = pools.filter(({ database }) => database === name);
      expect(ours.length).toBeGreaterThan(0);
      ours.forEach(({ sv_active, sv_idle }) => {
        expect(Number(sv_active) + Number(sv_idle)).toBeLessThanOrEqual(CONNECTIONS);
      });
      const clients = await bouncer.show<{ database: string; application_name: string }>('SHOW CLIENTS');
      const names = clients.filter(({ database }) => database === name).map((each) => each.application_name);
      expect(new Set(names)).toEqual(new Set(['tollgate']));
    });
  });
});
