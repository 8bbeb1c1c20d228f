import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { loadSamplePortfolio } from '../../src/jobs/sample-portfolio/load-sample-portfolio.js';
import { Portfolios } from '../../src/modules/portfolios/queries/portfolios.js';
import { Database } from '../../src/platform/database/database.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { LongReads } from '../../src/platform/database/long-reads.js';
import type { PortfolioScope } from '../../src/platform/database/portfolio-scope.js';
import { within } from '../../src/platform/database/request-scope.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { accept } from '../../src/domain/basics/result.js';
import { appRoleOf, prepareAppRole } from '../../src/platform/database/app-role.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { foundCompany, type Company } from '../support/company.js';
import { createEmptyDatabase } from '../support/database.js';
import { servedSource } from '../support/served.js';
import { startTestServer, type TestServer } from '../support/server.js';

// Portfolios are kept apart by PostgreSQL too: here all that the code asks for is everything.

/** Tables whose rows are of no portfolio. A table that is neither here nor walled is a decision that is missing. */
const OF_NO_PORTFOLIO = [
  'api_token',
  'app_user',
  'idempotency_key',
  'migration',
  'persisted_document',
  'template_stage',
  'web_session',
  'workflow_template',
];

/** What a row is of, where it does not say so itself. */
const PARENTS: Readonly<Record<string, string>> = {
  audit_event: '(SELECT p.portfolio_id FROM audit_chain p WHERE p.chain = t.chain)',
  comment_text: '(SELECT p.portfolio_id FROM comment p WHERE p.id = t.comment_id)',
  evidence_expiry: '(SELECT p.portfolio_id FROM evidence p WHERE p.id = t.evidence_id)',
  evidence_review: '(SELECT p.portfolio_id FROM evidence p WHERE p.id = t.evidence_id)',
  evidence_withdrawal: '(SELECT p.portfolio_id FROM evidence p WHERE p.id = t.evidence_id)',
  portfolio: 't.id',
  ticket_state: '(SELECT p.portfolio_id FROM ticket p WHERE p.id = t.ticket_id)',
  webhook_attempt: '(SELECT p.portfolio_id FROM webhook_message p WHERE p.id = t.message_id)',
};

/** What concerns no portfolio is seen by everybody. */
const INSTANCE = ['audit_chain', 'audit_event'];

let server: TestServer;
let database: Database;
let ours: string;
let theirs: string;
let tables: readonly string[];
let company: Company;
let role: string;

const placeOf = (table: string): string => PARENTS[table] ?? 't.portfolio_id';

const seen = async (table: string, scope: PortfolioScope): Promise<number> => {
  const row = await within(scope, () => database.row<{ count: number }>(`SELECT count(*) FROM ${table}`));
  return row?.count ?? -1;
};

const there = async (table: string, portfolioId: string): Promise<number> => {
  const orInstance = INSTANCE.includes(table) ? `OR ${placeOf(table)} IS NULL` : '';
  const [row] = await server.source.query<{ count: number }[]>(
    `SELECT count(*) FROM ${table} t WHERE ${placeOf(table)} = $1 ${orInstance}`,
    [portfolioId],
  );
  return row?.count ?? -1;
};

beforeAll(async () => {
  server = await startTestServer();
  database = server.app.get(Database);
  role = database.role ?? '';
  const [admin] = await server.source.query('SELECT id FROM app_user WHERE is_instance_admin');
  await loadSamplePortfolio({
    source: server.source,
    today: '2026-03-02T09:00:00.000Z' as never,
    admin: { userId: admin.id, isInstanceAdmin: true, roles: new Map() },
    log: () => undefined,
  });
  const [sample] = await server.source.query('SELECT id FROM portfolio');
  theirs = sample.id;
  company = await foundCompany(server);
  await company.document(await company.create(), 'problem-statement', '2026-03-01');
  const [own] = await server.source.query('SELECT id FROM portfolio WHERE key = $1', [company.key]);
  ours = own.id;
  tables = (
    await server.source.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
  ).map(({ name }) => name);
});

afterAll(() => server.stop());

describe('the wall between portfolios', () => {
  it('stands in every table, but for those whose rows are of no portfolio', async () => {
    const walled = await server.source.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
       WHERE relrowsecurity AND p.polname = 'own_portfolio' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(walled.map(({ name }) => name)).toEqual(tables.filter((table) => !OF_NO_PORTFOLIO.includes(table)));
  });

  it('shows the rows of the portfolios one may see, none before it is known who asks, and all to Tollgate itself', async () => {
    const filled: string[] = [];
    for (const table of tables.filter((name) => !OF_NO_PORTFOLIO.includes(name))) {
      const [ourRows, theirRows, all] = [
        await there(table, ours),
        await there(table, theirs),
        await seen(table, 'ALL'),
      ];
      const nobodys = await there(table, randomUUID());
      expect({ table, rows: await seen(table, [ours]) }).toEqual({ table, rows: ourRows });
      expect({ table, rows: await seen(table, [theirs]) }).toEqual({ table, rows: theirRows });
      expect({ table, rows: await seen(table, [ours, theirs]) }).toEqual({ table, rows: all });
      expect({ table, rows: await seen(table, []) }).toEqual({ table, rows: nobodys });
      expect({ table, rows: await seen(table, [randomUUID()]) }).toEqual({ table, rows: nobodys });
      if (theirRows > nobodys) {
        filled.push(table);
      }
    }
    // What was looked at has rows that could have been seen.
    expect(filled.length).toBeGreaterThan(35);
  });

  it('holds for who asks over HTTP: whatever a query forgets, each sees nothing before it is known who that is, and then their own', async () => {
    const rows = database.rows.bind(database);
    const shown: (readonly string[])[] = [];
    // As if each question had been asked without a WHERE too.
    const forgetful = jest.spyOn(database, 'rows').mockImplementation(async (sql, parameters, tx) => {
      const all = await rows<{ id: string }>('SELECT id FROM portfolio ORDER BY id', [], tx);
      shown.push(all.map(({ id }) => id));
      return rows(sql, parameters, tx);
    });
    const send = async (body: object, token: string): Promise<readonly (readonly string[])[]> => {
      shown.length = 0;
      await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return [...shown];
    };
    try {
      const query = `{ portfolio(key: "${company.key}") { name initiatives { totalCount nodes { name } } } }`;
      const [findingOut, ...asked] = await send({ query }, company.manager.token);
      expect(findingOut).toEqual([ours, theirs].sort());
      expect(asked.length).toBeGreaterThan(1);
      expect(new Set(asked.flat())).toEqual(new Set([ours]));
      const [beforeThat] = await send({ documentId: `sha256:${'0'.repeat(64)}` }, company.manager.token);
      expect(beforeThat).toEqual([]);
    } finally {
      forgetful.mockRestore();
    }
  });

  it('holds for portfolios that are remembered too', async () => {
    const portfolios = server.app.get(Portfolios);
    expect((await portfolios.byIds([ours])).map(({ id }) => id)).toEqual([ours]);
    expect(await within([theirs], () => portfolios.byIds([ours, theirs]))).toEqual([
      expect.objectContaining({ id: theirs }),
    ]);
    expect(await within([], () => portfolios.byIds([ours]))).toEqual([]);
    expect((await within([ours], () => portfolios.get(ours))).key).toBe(company.key);
  });

  it('holds in views, in transactions and in long reads too', async () => {
    const work = server.app.get(UnitOfWork);
    const initiatives = 'SELECT DISTINCT portfolio_id AS id FROM initiative';
    const inWork = (scope: PortfolioScope): Promise<unknown> =>
      within(scope, () => work.run(async (tx) => accept(await tx.query(initiatives))));
    expect(await inWork([ours])).toEqual({ ok: true, value: [{ id: ours }] });
    expect(await inWork([])).toEqual({ ok: true, value: [] });
    const long = await within([theirs], () => server.app.get(LongReads).begin<{ id: string }>(initiatives, []));
    expect(await long.next()).toEqual({ done: false, value: [{ id: theirs }] });
    await long.return();
    const cells = 'SELECT DISTINCT portfolio_id AS id FROM effort_entry_cell';
    expect(await within([ours], () => database.rows(cells))).toEqual([]);
    expect(await within([theirs], () => database.rows(cells))).toEqual([{ id: theirs }]);
  });

  it('leaves nothing with a connection for whoever has it next', async () => {
    const own = await servedSource(server.databaseUrl);
    try {
      const asking = new Database(own);
      const scopes: PortfolioScope[] = Array.from(
        { length: 200 },
        (_, index) => [[ours], [theirs], [], 'ALL' as const][index % 4] ?? [],
      );
      const answers = await Promise.all(
        scopes.map((scope) => within(scope, () => asking.rows<{ id: string }>('SELECT id FROM portfolio ORDER BY id'))),
      );
      expect(answers.map((rows) => rows.map(({ id }) => id))).toEqual(
        scopes.map((scope) => (scope === 'ALL' ? [ours, theirs].sort() : scope)),
      );
      expect(await own.query('SELECT id FROM portfolio')).toEqual([]);
    } finally {
      await own.destroy();
    }
  });

  it('lets no row of another portfolio be changed, removed or added', async () => {
    const work = server.app.get(UnitOfWork);
    const doing = (sql: string, parameters: unknown[] = []): Promise<unknown> =>
      within([ours], () => work.run(async (tx: Tx) => accept(await tx.query(sql, parameters))));
    const before = await server.source.query('SELECT id, name, version FROM initiative ORDER BY id');
    await doing(`UPDATE initiative SET name = 'Taken over' WHERE portfolio_id = $1`, [theirs]);
    await doing('DELETE FROM portfolio_member WHERE portfolio_id = $1', [theirs]);
    expect(await server.source.query('SELECT id, name, version FROM initiative ORDER BY id')).toEqual(before);
    expect(await there('portfolio_member', theirs)).toBeGreaterThan(0);
    const added = `INSERT INTO portfolio_day (portfolio_id, begun_through) VALUES ($1, '2026-03-02')
      ON CONFLICT (portfolio_id) DO UPDATE SET begun_through = excluded.begun_through`;
    await expect(doing(added, [theirs])).rejects.toThrow(/row-level security/);
    await expect(doing(`UPDATE initiative SET portfolio_id = $1`, [theirs])).rejects.toThrow();
  });
});

describe('the role that a server takes', () => {
  it('owns nothing and is nobody special', async () => {
    expect(await database.row('SELECT current_user AS role')).toEqual({ role });
    expect(
      await server.source.query(
        `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles WHERE rolname = $1`,
        [role],
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false }]);
    const owned = await server.source.query(`SELECT relname FROM pg_class WHERE relowner = $1::regrole`, [role]);
    expect(owned).toEqual([]);
  });

  it.each([
    ['take a wall down', 'ALTER TABLE initiative DISABLE ROW LEVEL SECURITY'],
    ['make a rule of its own', 'CREATE POLICY mine ON initiative USING (true)'],
    ['read past the ledger', 'SELECT 1 FROM effort_partition.rest'],
    ['empty a table', 'TRUNCATE initiative CASCADE'],
    ['switch triggers off', `SET session_replication_role = 'replica'`],
    ['make a table', 'CREATE TABLE public.mine (id int)'],
    ['change the audit trail', `UPDATE audit_event SET body = '{}'`],
    ['remove from the audit trail', 'DELETE FROM audit_event'],
    ['change evidence', `UPDATE evidence SET kind = kind`],
    ['forget a migration', 'DELETE FROM migration'],
    ['read jobs past their view', 'SELECT 1 FROM graphile_worker._private_jobs'],
  ])('may not %s', async (_, sql) => {
    await expect(server.served.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('is called after its database, so that whoever may take one is nobody in another', () => {
    const names = ['tollgate', 'tollgate_staging', 'My-Base', 'my_base', 'a'.repeat(60), `${'a'.repeat(59)}b`];
    const roles = names.map((name) => appRoleOf(`postgres://me@host/${name}`));
    expect(roles.slice(0, 2)).toEqual(['tollgate_app', 'tollgate_staging_app']);
    expect(new Set(roles).size).toBe(names.length);
    expect(roles.every((role) => /^[a-z0-9_]{1,63}$/.test(role))).toBe(true);
  });

  describe('in a database of somebody who is not above all rights', () => {
    const name = `plain_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
    let url: string;
    let role: string;
    /** As somebody above all rights, in that database. */
    const asSuperuser = async (sql: string): Promise<void> => {
      const source = await dataSourceFor(empty.url).initialize();
      await source.query(sql);
      await source.destroy();
    };
    /** What a server is to a question. */
    const served = async (sql: string): Promise<unknown> => {
      const source = await dataSourceFor(url, [], { role }).initialize();
      try {
        return await new Database(source).rows(sql);
      } finally {
        await source.destroy();
      }
    };

    beforeEach(async () => {
      empty = await createEmptyDatabase();
      const own = new URL(empty.url);
      await server.source.query(`CREATE ROLE ${name} LOGIN PASSWORD 'of-this-test' NOCREATEROLE`);
      await server.source.query(`ALTER DATABASE ${own.pathname.slice(1)} OWNER TO ${name}`);
      [own.username, own.password] = [name, 'of-this-test'];
      url = own.href;
      role = appRoleOf(url);
    });
    afterEach(async () => {
      await empty.drop();
      await server.source.query(`DROP ROLE ${name}`);
    });

    it('is none where that user may make none, and taken once somebody has made it', async () => {
      expect((await migrateToLatest(url)).appRole).toBeNull();
      await server.source.query(`CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${name}`);
      expect((await migrateToLatest(url)).appRole).toBe(role);
      expect(await served('SELECT current_user AS role')).toEqual([{ role }]);
      expect(await served(`SELECT name FROM app_user`)).toHaveLength(1);
    });

    it('needs nothing of what others have laid beside, and of what is everybody’s', async () => {
      await server.source.query(`CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${name}`);
      await asSuperuser(`
        CREATE TABLE public.of_somebody_else (id serial PRIMARY KEY);
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT ALL ON SCHEMA public TO ${name};
        ALTER DEFAULT PRIVILEGES FOR ROLE ${name} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
      expect((await migrateToLatest(url)).appRole).toBe(role);
      expect(await served(`SELECT name FROM app_user`)).toHaveLength(1);
      expect(await served(`SELECT enqueue_jobs('{}', '{}', '{}', '{}', 1)`)).toHaveLength(1);
    });

    it('is taken with each statement too, for a pooler in between that leaves out how sessions begin', async () => {
      await server.source.query(`CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${name}`);
      await migrateToLatest(url);
      const source = await dataSourceFor(url, [], { role }).initialize();
      // As the pooler would have begun it.
      (source.options.extra as { options: string }).options = '';
      const pooled = await new DataSource({ ...source.options }).initialize();
      try {
        expect(await pooled.query('SELECT current_user AS role')).toEqual([{ role: name }]);
        expect(await new Database(pooled).row('SELECT current_user AS role')).toEqual({ role });
        const work = new UnitOfWork(pooled);
        const told = await work.run(async (tx) => accept(await tx.query('SELECT current_user AS role')));
        expect(told).toEqual({ ok: true, value: [{ role }] });
      } finally {
        await Promise.all([source.destroy(), pooled.destroy()]);
      }
    });
  });

  it('is prepared again without harm, by several at once', async () => {
    expect(await Promise.all([1, 2, 3].map(() => prepareAppRole(server.databaseUrl, role)))).toEqual([
      role,
      role,
      role,
    ]);
  });
});
