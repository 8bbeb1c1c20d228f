import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const CREATE = `mutation ($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) { initiative { id key version } userErrors { code message field } }
}`;
const UPDATE = `mutation ($id: ID!, $input: InitiativeUpdateInput!) {
  initiativeUpdate(id: $id, input: $input) { initiative { name businessUnit version } userErrors { code message field ... on StaleVersionError { currentVersion } } }
}`;
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('what is refused', () => {
  let server: TestServer;
  let manager: Member;
  let stranger: Member;
  let initiative: { id: string; key: string };

  const input = (more: Record<string, unknown> = {}) => ({
    portfolioKey: 'RISK',
    name: 'Fraud scores',
    problem: 'Fraud is found too late',
    valueThesis: 'RISK_REDUCTION',
    ...more,
  });

  beforeAll(async () => {
    server = await startTestServer();
    for (const key of ['RISK', 'OTHER']) {
      await server.admin.ask(
        'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
        { input: { key, name: key } },
      );
    }
    manager = await server.member('Manager', 'RISK', ['PROGRAM_MANAGER']);
    stranger = await server.member('Stranger', 'OTHER', ['ADMIN']);
    const { initiativeCreate } = await manager.ask(CREATE, { input: input() });
    initiative = initiativeCreate.initiative;
  });

  afterAll(() => server.stop());

  const post = async (body: string | Uint8Array, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${manager.token}`, ...headers },
      body: body as never,
    });
    const text = await response.text();
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|SELECT|at .+\.js:\d+/);
    return { status: response.status, text };
  };

  it.each([
    ['IST', 'IST is not a time zone; take UTC or an IANA name with its region, for instance Europe/Berlin.'],
    [
      'US/Pacific-New',
      'The database does not know the time zone US/Pacific-New; take another name of it, for instance America/Los_Angeles instead of US/Pacific.',
    ],
  ])(
    'is a portfolio in the zone %s, in which the database would reckon otherwise or not at all',
    async (timeZone, message) => {
      const { portfolioCreate } = await server.admin.ask(
        'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { code message field } } }',
        { input: { key: 'ZONE', name: 'Zone', timeZone } },
      );
      expect(portfolioCreate.userErrors).toEqual([{ code: 'INVALID', message, field: ['input', 'timeZone'] }]);
    },
  );

  describe('without or with a wrong API token', () => {
    it.each([
      ['no header', undefined],
      ['another scheme', 'Basic abc'],
      ['an unknown token', `Bearer tgt_${'a'.repeat(36)}`],
      ['two tokens', 'Bearer one two'],
      ['a token of 8 KB', `Bearer ${'x'.repeat(8_000)}`],
    ])('answers 401 to %s', async (_, authorization) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ query: '{ viewer { isInstanceAdmin } }' }),
      });
      expect(response.status).toBe(401);
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    });

    it('refuses a token from the request after its revocation on', async () => {
      const { apiTokenCreate } = await manager.ask(
        'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token apiTokenId } }',
        {
          input: { userId: manager.userId, name: 'short-lived' },
        },
      );
      const client = server.as(apiTokenCreate.token as string);
      expect((await client.answer('{ viewer { user { name } } }')).status).toBe(200);
      await manager.ask('mutation ($id: ID!) { apiTokenRevoke(apiTokenId: $id) { apiTokenId } }', {
        id: apiTokenCreate.apiTokenId,
      });
      expect((await client.answer('{ viewer { user { name } } }')).status).toBe(401);
    });

    it('refuses a token the day after it expired', async () => {
      const { apiTokenCreate } = await manager.ask(
        'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token } }',
        {
          input: { userId: manager.userId, name: 'for a week', expiresOn: '2026-03-09' },
        },
      );
      const client = server.as(apiTokenCreate.token as string);
      server.at('2026-03-09T23:59:59Z');
      expect((await client.answer('{ viewer { isInstanceAdmin } }')).status).toBe(200);
      server.at('2026-03-10T00:00:00Z');
      expect((await client.answer('{ viewer { isInstanceAdmin } }')).status).toBe(401);
      server.at('2026-03-02T09:00:00Z');
    });
  });

  describe('to whom is no member', () => {
    it.each(['the one that is there', 'one that is not'])('answers the same for %s', async (which) => {
      const there = which === 'the one that is there';
      const id = there ? initiative.id : UNKNOWN;
      const data = await stranger.ask(
        'query ($id: ID!, $key: String!, $p: String!) { initiative(id: $id) { key } initiativeByKey(key: $key) { key } portfolio(key: $p) { key } gateReview(id: $id) { id } }',
        {
          id,
          key: there ? initiative.key : 'RISK-999',
          p: there ? 'RISK' : 'NONE',
        },
      );
      expect(data).toEqual({ initiative: null, initiativeByKey: null, portfolio: null, gateReview: null });
      const update = await stranger.ask(UPDATE, { id, input: { name: 'Mine', expectedVersion: 1 } });
      expect(update.initiativeUpdate).toEqual({
        initiative: null,
        userErrors: [{ code: 'NOT_FOUND', message: 'The initiative was not found.', field: ['id'] }],
      });
      const request = await stranger.ask(
        'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } userErrors { code message field } } }',
        { id },
      );
      expect(request.gateReviewRequest.userErrors).toEqual([
        { code: 'NOT_FOUND', message: 'The initiative was not found.', field: ['initiativeId'] },
      ]);
    });

    it('lists only portfolios of one’s own', async () => {
      expect(await stranger.ask('{ portfolios { key } viewer { roles(portfolioKey: "RISK") } }')).toEqual({
        portfolios: [{ key: 'OTHER' }],
        viewer: { roles: [] },
      });
    });
  });

  it('is FORBIDDEN to a member without the role', async () => {
    const reviewer = await server.member('Reviewer', 'RISK', ['REVIEWER']);
    const { errors } = await reviewer.answer(CREATE, { input: input() });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(errors?.[0]?.message).toContain('PROGRAM_MANAGER');
    expect(
      (
        await manager.answer(
          'mutation { portfolioCreate(input: { key: "MINE", name: "Mine" }) { userErrors { code } } }',
        )
      ).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('tells everything that is wrong with an input at once, each with its path', async () => {
    const { initiativeCreate } = await manager.ask(CREATE, {
      input: input({ name: '  ', problem: 'x'.repeat(10_001), externalRef: '' }),
    });
    expect(initiativeCreate.initiative).toBeNull();
    expect(initiativeCreate.userErrors.map((error: { field: string[] }) => error.field)).toEqual([
      ['input', 'name'],
      ['input', 'problem'],
      ['input', 'externalRef'],
    ]);
    const people = await manager.ask(CREATE, {
      input: input({ ownerId: UNKNOWN, sponsorId: 'nobody', templateKey: 'none' }),
    });
    expect(people.initiativeCreate.userErrors.map((error: { field: string[] }) => error.field[1])).toEqual([
      'templateKey',
      'ownerId',
      'sponsorId',
    ]);
  });

  it('publishes no template with a problem, and tells all of them at once', async () => {
    const { workflowTemplatePublish } = await server.admin.ask(
      `mutation { workflowTemplatePublish(input: { key: "Bad Key", name: " ", stages: [
        { key: "a", name: "A", category: POC, timeBoxDays: 0 },
        { key: "a", name: "", category: INTAKE, exitGate: { key: "g", name: "G", quorum: 0, criteria: [
          { key: "c", name: "C", kind: UX_REVIEW, guidance: "", settings: { minPart: 3 } }] } }] }) {
        template { id } userErrors { code field } } }`,
    );
    expect(workflowTemplatePublish.template).toBeNull();
    const fields = workflowTemplatePublish.userErrors.map((error: { field: string[] }) =>
      error.field.slice(1).join('.'),
    );
    expect(new Set(fields)).toEqual(
      new Set([
        'key',
        'name',
        'stages.1.key',
        'stages.1.name',
        'stages.0.exitGate',
        'stages.1.exitGate',
        'stages.1.category',
        'stages.0.timeBoxDays',
        'stages.1.exitGate.quorum',
        'stages.1.exitGate.criteria.0.guidance',
        'stages.1.exitGate.criteria.0.settings.minPart',
      ]),
    );
    expect(workflowTemplatePublish.userErrors).toContainEqual({
      code: 'TEMPLATE_UNREACHABLE_STAGE',
      field: ['input', 'stages', '0', 'exitGate'],
    });
  });

  it('refuses an update on a version that is past, and tells the one that stands', async () => {
    const first = await manager.ask(UPDATE, {
      id: initiative.id,
      input: { businessUnit: 'Claims', expectedVersion: 1 },
    });
    expect(first.initiativeUpdate.initiative).toEqual({ name: 'Fraud scores', businessUnit: 'Claims', version: 2 });
    const second = await manager.ask(UPDATE, { id: initiative.id, input: { name: 'Other', expectedVersion: 1 } });
    expect(second.initiativeUpdate.userErrors).toMatchObject([
      { code: 'STALE_VERSION', currentVersion: 2, field: ['input', 'expectedVersion'] },
    ]);
    const cleared = await manager.ask(UPDATE, { id: initiative.id, input: { businessUnit: null, expectedVersion: 2 } });
    expect(cleared.initiativeUpdate.initiative).toEqual({ name: 'Fraud scores', businessUnit: null, version: 3 });
    const owner = await manager.ask(UPDATE, { id: initiative.id, input: { ownerId: null, expectedVersion: 3 } });
    expect(owner.initiativeUpdate.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'ownerId'] }]);
  });

  it('makes the same externalRef one initiative only', async () => {
    const [one, two] = await Promise.all([
      manager.ask(CREATE, { input: input({ externalRef: 'SNOW-1' }) }),
      manager.ask(CREATE, { input: input({ externalRef: 'SNOW-1' }) }),
    ]);
    const codes = [one, two].flatMap((each) =>
      each.initiativeCreate.userErrors.map((error: { code: string }) => error.code),
    );
    expect(codes).toEqual(['ALREADY_EXISTS']);
  });

  describe('in values', () => {
    it.each(['2026-02-30', '2025-02-29', '99999-01-01', 'infinity', 'now', '01/02/2026', ''])(
      'takes no date %j',
      async (dueOn) => {
        const { gateReviewRequest } = await manager.ask(
          'mutation ($id: ID!, $d: Date!) { gateReviewRequest(initiativeId: $id, input: { dueOn: $d }) { userErrors { code field message } } }',
          { id: initiative.id, d: dueOn },
        );
        expect(gateReviewRequest.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'dueOn'] }]);
      },
    );

    it.each(['2026-03-01', '2026-03-01T10:00:00', 'yesterday', '2026-03-01T24:00:00Z'])(
      'takes no instant %j',
      async (asOf) => {
        const { errors } = await manager.answer(
          'query ($id: ID!, $at: DateTime!) { initiative(id: $id) { gate { readiness(asOf: $at) { ready } } } }',
          { id: initiative.id, at: asOf },
        );
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      },
    );

    it.each(['a\u0000b', 'a\ud800b'])('stores no text %j', async (name) => {
      const { initiativeCreate } = await manager.ask(CREATE, { input: input({ name }) });
      expect(initiativeCreate.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'name'] }]);
    });

    it.each(['', '-1', 'x', "' OR '1'='1", `{${UNKNOWN}}`, '%00', UNKNOWN.toUpperCase()])(
      'knows nothing by the id %j',
      async (id) => {
        expect(
          await manager.ask('query ($id: ID!) { initiative(id: $id) { key } gateReview(id: $id) { id } }', { id }),
        ).toEqual({ initiative: null, gateReview: null });
      },
    );

    it.each([0, -1, 301, 1_000_000])('pages no %d at a time', async (first) => {
      const { errors } = await manager.answer(
        'query ($n: Int!) { portfolio(key: "RISK") { initiatives(first: $n) { totalCount } } }',
        { n: first },
      );
      expect(errors).toMatchObject([
        { message: `first must be from 1 to 300, and was ${first}.`, extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    it.each([
      'x',
      'W10=',
      Buffer.from('["initiatives:UPDATED_DESC","yesterday","x"]').toString('base64url'),
      Buffer.from('["initiatives:KEY_ASC",1,2]').toString('base64url'),
    ])('goes on after no cursor %j', async (after) => {
      const { errors } = await manager.answer(
        'query ($c: String!) { portfolio(key: "RISK") { initiatives(after: $c) { nodes { key } } } }',
        { c: after },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('takes % and _ in a search as letters', async () => {
      const found = await manager.ask(
        '{ portfolio(key: "RISK") { a: initiatives(filter: { search: "%" }) { totalCount } b: initiatives(filter: { search: "fraud scores" }) { totalCount } } }',
      );
      expect(found.portfolio).toEqual({ a: { totalCount: 0 }, b: { totalCount: 2 } });
    });
  });

  describe('in the transport', () => {
    it.each([
      ['broken JSON', '{"query": "{ viewer', 400],
      ['JSON null', 'null', 400],
      ['an array of operations', '[{"query":"{ viewer { isInstanceAdmin } }"}]', 400],
      ['an unknown field', JSON.stringify({ query: '{ viewer { secrets } }' }), 400],
      ['a document that does not parse', JSON.stringify({ query: '{ viewer {' }), 400],
      ['a document nested 6,000 deep', JSON.stringify({ query: '{a'.repeat(6_000) }), 400],
      ['wrong types of variables', JSON.stringify({ query: CREATE, variables: { input: { name: 1 } } }), 400],
      ['a body of 10 MB', JSON.stringify({ query: 'x'.repeat(10_000_000) }), 413],
    ])('answers %s with 4xx', async (_, body, status) => {
      expect((await post(body)).status).toBe(status);
    });

    it('takes no form and no text', async () => {
      expect(
        (await post('query={viewer{isInstanceAdmin}}', { 'content-type': 'application/x-www-form-urlencoded' })).status,
      ).toBeGreaterThanOrEqual(400);
      expect(
        (await post('{ viewer { isInstanceAdmin } }', { 'content-type': 'text/plain' })).status,
      ).toBeGreaterThanOrEqual(400);
    });

    it('says 404 in JSON for what is not there', async () => {
      const response = await fetch(`${server.url}/.env`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({
        error: { code: 'NOT_FOUND', message: 'There is nothing here.' },
      });
    });

    it('is live and ready', async () => {
      expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    });
  });

  it('pages forward through a list in every order without a gap or a repetition', async () => {
    for (let count = 0; count < 7; count += 1) {
      await manager.ask(CREATE, { input: input({ name: `Same name ${count % 2}` }) });
    }
    for (const orderBy of ['UPDATED_DESC', 'KEY_ASC', 'NAME_ASC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const {
          portfolio,
        }: {
          portfolio: {
            initiatives: {
              totalCount: number;
              nodes: { key: string }[];
              pageInfo: { endCursor: string; hasNextPage: boolean };
            };
          };
        } = await manager.ask(
          'query ($o: InitiativeOrder!, $a: String) { portfolio(key: "RISK") { initiatives(orderBy: $o, first: 3, after: $a) { totalCount nodes { key } pageInfo { endCursor hasNextPage } } } }',
          { o: orderBy, a: after },
        );
        const { nodes, pageInfo, totalCount } = portfolio.initiatives;
        seen.push(...nodes.map((node) => node.key));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        expect(totalCount).toBe(9);
      } while (after !== null);
      expect(new Set(seen).size).toBe(9);
      expect(seen).toHaveLength(9);
    }
  });
});
