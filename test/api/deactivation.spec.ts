import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

const DEACTIVATE =
  'mutation ($id: ID!) { userDeactivate(id: $id) { user { name deactivatedAt } userErrors { code field message } } }';
const REACTIVATE = 'mutation ($id: ID!) { userReactivate(id: $id) { user { deactivatedAt } userErrors { code } } }';

describe('a user who left', () => {
  let server: TestServer;
  let gil: Client & { userId: string };

  beforeAll(async () => {
    server = await startTestServer();
    for (const key of ['LEFT', 'ALSO']) {
      await server.admin.ask(
        'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { code } } }',
        { input: { key, name: 'Left' } },
      );
    }
    gil = await server.member('Gil Gatekeeper', 'LEFT', ['GATEKEEPER']);
    await server.admin.ask(
      'mutation ($input: PortfolioMemberSetInput!) { portfolioMemberSet(portfolioKey: "ALSO", input: $input) { userErrors { code } } }',
      { input: { userId: gil.userId, roles: ['REVIEWER'] } },
    );
  });

  afterAll(() => server.stop());

  const session = async (): Promise<string> => {
    const response = await fetch(`${server.url}/session/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tollgate-client': 'board', origin: server.url },
      body: JSON.stringify({ token: gil.token }),
    });
    return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  };
  const bySession = async (cookie: string): Promise<unknown> =>
    ((await (await fetch(`${server.url}/session`, { headers: { cookie } })).json()) as { viewer: unknown }).viewer;

  it('is refused from the next request on, whatever they had, and stays known', async () => {
    // As somebody who was made one by hand, for there is no other way yet.
    await server.source.query('UPDATE app_user SET is_instance_admin = true WHERE id = $1', [gil.userId]);
    const cookie = await session();
    expect(await bySession(cookie)).toMatchObject({ name: 'Gil Gatekeeper' });
    const { userDeactivate } = await server.admin.ask(DEACTIVATE, { id: gil.userId });
    expect(userDeactivate).toEqual({
      user: { name: 'Gil Gatekeeper', deactivatedAt: '2026-03-02T09:00:00.000Z' },
      userErrors: [],
    });
    expect((await gil.answer('{ viewer { user { name } } }')).status).toBe(401);
    expect(await bySession(cookie)).toBeNull();
    const { portfolio, users } = await server.admin.ask(
      '{ portfolio(key: "LEFT") { members { user { id } roles } } users(search: "Gil") { nodes { name deactivatedAt } } }',
    );
    expect(portfolio.members.map((member: { user: { id: string } }) => member.user.id)).not.toContain(gil.userId);
    expect(users.nodes).toEqual([{ name: 'Gil Gatekeeper', deactivatedAt: '2026-03-02T09:00:00.000Z' }]);
  });

  it('is given nothing more while deactivated', async () => {
    const { userDeactivate: again } = await server.admin.ask(DEACTIVATE, { id: gil.userId });
    expect(again.userErrors).toEqual([]);
    const { apiTokenCreate, portfolioMemberSet } = await server.admin.ask(
      `mutation ($id: ID!) {
        apiTokenCreate(input: { userId: $id, name: "Again" }) { token userErrors { code } }
        portfolioMemberSet(portfolioKey: "LEFT", input: { userId: $id, roles: [ADMIN] }) { userErrors { code } }
      }`,
      { id: gil.userId },
    );
    expect([apiTokenCreate.token, apiTokenCreate.userErrors, portfolioMemberSet.userErrors]).toEqual([
      null,
      [{ code: 'NOT_FOUND' }],
      [{ code: 'NOT_FOUND' }],
    ]);
    await expect(
      server.source.query(
        `INSERT INTO portfolio_member (portfolio_id, user_id, roles) SELECT id, $1, '{ADMIN}' FROM portfolio LIMIT 1`,
        [gil.userId],
      ),
    ).rejects.toThrow('user_deactivated');
  });

  it('gets nothing that is being made while it happens either', async () => {
    const left = await server.member('Leo Leaving', 'LEFT', ['REVIEWER']);
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE app_user SET deactivated_at = now() WHERE id = $1', [left.userId]);
    const meanwhile = server.source.query(
      `INSERT INTO portfolio_member (portfolio_id, user_id, roles) SELECT id, $1, '{ADMIN}' FROM portfolio WHERE key = 'ALSO'`,
      [left.userId],
    );
    const refused = expect(meanwhile).rejects.toThrow('user_deactivated');
    await until('it to wait', async () => {
      const waits = await server.source.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waits.length > 0;
    });
    await runner.commitTransaction();
    await runner.release();
    await refused;
  });

  it('comes back with nothing', async () => {
    const [was] = await server.source.query('SELECT is_instance_admin AS admin FROM app_user WHERE id = $1', [
      gil.userId,
    ]);
    expect(was.admin).toBe(false);
    const { userReactivate } = await server.admin.ask(REACTIVATE, { id: gil.userId });
    expect(userReactivate).toEqual({ user: { deactivatedAt: null }, userErrors: [] });
    expect((await gil.answer('{ viewer { user { name } } }')).status).toBe(401);
    const { apiTokenCreate } = await server.admin.ask(
      'mutation ($id: ID!) { apiTokenCreate(input: { userId: $id, name: "New" }) { token } }',
      { id: gil.userId },
    );
    const { viewer } = await server
      .as(apiTokenCreate.token as string)
      .ask('{ viewer { user { id } } portfolios { key } }');
    expect(viewer.user.id).toBe(gil.userId);
    expect(
      (await server.as(apiTokenCreate.token as string).ask('{ portfolio(key: "LEFT") { key } }')).portfolio,
    ).toBeNull();
  });

  it('is told of in the audit trail of the instance and of each portfolio', async () => {
    const events = await server.source.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE body LIKE '%' || $1 || '%' ORDER BY sequence`,
      [gil.userId],
    );
    const actions = events.map(({ body }) => (JSON.parse(body) as { action: string }).action);
    expect(actions.filter((action) => action.startsWith('user.'))).toEqual(
      expect.arrayContaining(['user.created', 'user.deactivated', 'user.reactivated']),
    );
    expect(actions.filter((action) => action === 'member.set')).toHaveLength(4);
    for (const key of ['LEFT', 'ALSO']) {
      const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${key}") { ok } }`);
      expect(auditVerify.ok).toBe(true);
    }
  });

  it('is nobody’s business but an instance admin’s, and not their own', async () => {
    const member = await server.member('Mia Member', 'LEFT', ['ADMIN']);
    expect((await member.answer(DEACTIVATE, { id: gil.userId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await member.answer(REACTIVATE, { id: gil.userId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
    const { userDeactivate } = await server.admin.ask(DEACTIVATE, { id: viewer.user.id });
    expect(userDeactivate.userErrors).toEqual([
      { code: 'INVALID', field: ['id'], message: 'Nobody deactivates themselves; ask another instance admin.' },
    ]);
    for (const id of ['00000000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000000', 'x']) {
      const unknown = await server.admin.ask(DEACTIVATE, { id });
      expect(unknown.userDeactivate.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    }
  });
});
