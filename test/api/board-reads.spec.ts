import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Client, type Json, type TestServer } from '../support/server.js';

const REVIEWS = `query ($key: String!, $status: GateReviewStatus, $dueBefore: Date, $inDanger: Boolean, $first: Int, $after: String) {
  portfolio(key: $key) { gateReviews(status: $status, dueBefore: $dueBefore, inDanger: $inDanger, first: $first, after: $after) {
    totalCount nodes { id dueOn status } pageInfo { hasNextPage endCursor }
  } }
}`;
const INITIATIVES = `query ($key: String!, $filter: InitiativeFilter, $first: Int) {
  portfolio(key: $key) { initiatives(filter: $filter, first: $first, orderBy: KEY_ASC) { totalCount nodes { id key } } }
}`;
const USERS =
  'query ($search: String, $first: Int, $after: String) { users(search: $search, first: $first, after: $after) { totalCount nodes { id name email } pageInfo { hasNextPage endCursor } } }';
const TOKENS =
  'query ($userId: ID) { apiTokens(userId: $userId) { nodes { id name createdAt expiresOn revokedAt createdBy { name } } } }';

describe('what the board reads', () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
  });

  afterAll(() => server.stop());

  const reviews = async (variables: Record<string, unknown>): Promise<Json> =>
    (await company.reviewer.ask(REVIEWS, { key: company.key, ...variables })).portfolio.gateReviews;
  const initiatives = async (filter: Record<string, unknown>): Promise<string[]> =>
    (await company.reviewer.ask(INITIATIVES, { key: company.key, filter })).portfolio.initiatives.nodes.map(
      ({ id }: { id: string }) => id,
    );
  const idsOf = ({ nodes }: Json): string[] => nodes.map(({ id }: { id: string }) => id);

  it('lists reviews by when they are due, and those in danger', async () => {
    const made: string[] = [];
    for (const dueOn of ['2026-03-20', null, '2026-03-05', '2026-03-16', '2026-03-17']) {
      made.push(await company.request(await company.create(), { dueOn }));
    }
    const [later, none, first, last, far] = made;
    const ready = await company.create();
    await company.document(ready, 'problem-statement', '2026-03-01');
    const readyReview = await company.request(ready, { dueOn: '2026-03-06' });
    const decided = await company.create();
    await company.document(decided, 'problem-statement', '2026-03-01');
    await company.pass(decided, { outcome: 'GO' });

    const open = await reviews({ status: 'OPEN' });
    expect(idsOf(open)).toEqual([first, readyReview, last, far, later, none]);
    expect(open.totalCount).toBe(6);
    expect((await reviews({ status: 'DECIDED' })).nodes).toHaveLength(1);
    expect(idsOf(await reviews({ dueBefore: '2026-03-17' }))).toEqual([first, readyReview, last]);
    // Two weeks from the 2nd of March, and not the review whose gate is ready.
    expect(idsOf(await reviews({ inDanger: true }))).toEqual([first, last]);
    expect((await reviews({ inDanger: false })).totalCount).toBe(5);

    const page = await reviews({ status: 'OPEN', first: 2 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(idsOf(await reviews({ status: 'OPEN', after: page.pageInfo.endCursor }))).toEqual([last, far, later, none]);
  });

  it('filters initiatives by what a board asks for', async () => {
    const other = await foundCompany(server);
    const own = await company.create({ ownerId: company.manager.userId, investmentClass: 'ADJACENT' });
    const far = await company.create({ ownerId: company.admin.userId, investmentClass: 'TRANSFORMATIONAL' });
    const foreign = await other.create();
    await company.request(own);
    expect(await initiatives({ investmentClasses: ['ADJACENT', 'TRANSFORMATIONAL'] })).toEqual([own, far]);
    expect(await initiatives({ ownerIds: [company.manager.userId, company.admin.userId, 'nobody'] })).toEqual([
      own,
      far,
    ]);
    expect(await initiatives({ ownerIds: [] })).toEqual([]);
    const keyOf = async (by: Client, id: string): Promise<string> =>
      (await by.ask('query ($id: ID!) { initiative(id: $id) { key } }', { id })).initiative.key;
    const keys = [await keyOf(company.manager, far), await keyOf(other.manager, foreign)];
    expect(await initiatives({ keys })).toEqual([far]);
    const open = await initiatives({ hasOpenReview: true });
    expect(open).toContain(own);
    expect(open).not.toContain(far);
    expect(await initiatives({ hasOpenReview: false, investmentClasses: ['ADJACENT', 'TRANSFORMATIONAL'] })).toEqual([
      far,
    ]);
  });

  it('gives a board of 300 in one page, and no more', async () => {
    const ask = (first: number) => company.reviewer.answer(INITIATIVES, { key: company.key, first });
    expect((await ask(300)).errors).toBeUndefined();
    expect((await ask(301)).errors?.[0]?.message).toBe('first must be from 1 to 300, and was 301.');
  });

  it('tells members of a portfolio who is one, and nobody else', async () => {
    const query = 'query ($key: String!) { portfolio(key: $key) { viewerRoles members { user { name } roles } } }';
    const { portfolio } = await company.owner.ask(query, { key: company.key });
    expect(portfolio.viewerRoles).toEqual(['GATEKEEPER', 'PROGRAM_MANAGER']);
    expect(portfolio.members[0]).toEqual({ user: { name: 'Ada Admin' }, roles: ['ADMIN'] });
    expect(portfolio.members.map(({ user }: Json) => user.name)).not.toContain('Instance admin');
    expect((await server.admin.ask(query, { key: company.key })).portfolio.viewerRoles).toEqual(['ADMIN']);
    const other = await foundCompany(server);
    expect((await other.admin.ask(query, { key: company.key })).portfolio).toBeNull();
  });

  it('has users looked up by those who give roles', async () => {
    for (const by of [server.admin, company.admin]) {
      const { users } = await by.ask(USERS, { search: 'gatekeeper', first: 2 });
      expect(users.nodes.map(({ name }: Json) => name)).toEqual(['Grace Gatekeeper', 'Grace Gatekeeper']);
      const rest = await by.ask(USERS, { search: 'gatekeeper', after: users.pageInfo.endCursor });
      expect(rest.users.nodes).toHaveLength(users.totalCount - 2);
    }
    expect((await server.admin.ask(USERS, { search: '100%' })).users.nodes).toEqual([]);
    const { errors } = await company.manager.answer(USERS);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('lists API tokens without their secrets, to whom they belong', async () => {
    const { manager } = company;
    const { apiTokens } = await manager.ask(TOKENS);
    expect(apiTokens.nodes).toEqual([
      {
        id: expect.any(String),
        name: 'test',
        createdAt: '2026-03-02T09:00:00.000Z',
        expiresOn: '2027-03-02',
        revokedAt: null,
        createdBy: { name: 'Instance admin' },
      },
    ]);
    expect((await server.admin.ask(TOKENS, { userId: manager.userId })).apiTokens).toEqual(apiTokens);
    for (const userId of [manager.userId, 'nobody', company.reviewer.userId]) {
      expect((await company.admin.ask(TOKENS, { userId })).apiTokens.nodes).toEqual([]);
    }
    const own = await manager.ask(
      'mutation ($userId: ID!) { apiTokenCreate(input: { userId: $userId, name: "mine" }) { apiTokenId userErrors { code } } }',
      { userId: manager.userId },
    );
    await manager.ask('mutation ($id: ID!) { apiTokenRevoke(apiTokenId: $id) { userErrors { code } } }', {
      id: own.apiTokenCreate.apiTokenId,
    });
    const after = (await manager.ask(TOKENS)).apiTokens.nodes;
    expect(after.map(({ name, revokedAt }: Json) => [name, revokedAt !== null])).toEqual([
      ['mine', true],
      ['test', false],
    ]);
  });
});
