import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdempotencyKeys } from '../../src/platform/idempotency/idempotency-keys.js';
import { startTestServer, type Client, type Json, type TestServer } from '../support/server.js';

const CREATE = `mutation Create($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) { initiative { id key name version stage { key } } userErrors { code field } }
}`;
const inputOf = (name: string, other: object = {}) => ({
  input: { portfolioKey: 'AGAIN', name, problem: 'Sent twice.', valueThesis: 'COST', ...other },
});

interface Sent {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly replayed: string | null;
}

describe('a mutation with an Idempotency-Key', () => {
  let server: TestServer;
  let keys = 0;

  const send = async (
    key: string | null,
    query: string,
    variables: object = {},
    client: Client = server.admin,
  ): Promise<Sent> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        ...(key === null ? {} : { 'Idempotency-Key': key }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: JSON.parse(text),
      text,
      replayed: response.headers.get('idempotency-replayed'),
    };
  };
  const newKey = (): string => `key-${(keys += 1)}`;
  const named = async (name: string): Promise<number> => {
    const [row] = await server.source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM initiative WHERE name = $1',
      [name],
    );
    return row?.count ?? 0;
  };
  const codeOf = ({ body }: Sent): unknown => body.errors?.[0]?.extensions.code;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "AGAIN", name: "Again" }) { userErrors { code } } }',
    );
  });

  afterAll(() => server.stop());

  it('has one effect, and the same answer to the letter', async () => {
    const key = newKey();
    const first = await send(key, CREATE, inputOf('Once'));
    expect(first.body.data.initiativeCreate.userErrors).toEqual([]);
    await server.admin.ask(
      'mutation ($id: ID!) { initiativeUpdate(id: $id, input: { name: "Changed since", expectedVersion: 1 }) { userErrors { code message } } }',
      { id: first.body.data.initiativeCreate.initiative.id },
    );
    const second = await send(key, CREATE, inputOf('Once'));
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect([first.replayed, second.replayed]).toEqual([null, 'true']);
    expect(await named('Once')).toBe(0);
    expect(await named('Changed since')).toBe(1);
  });

  it('is the same request however its variables are ordered and its document is laid out', async () => {
    const key = newKey();
    const { input } = inputOf('Laid out');
    const first = await send(key, CREATE, { input });
    const reversed = Object.fromEntries(Object.entries(input).reverse());
    const second = await send(key, CREATE.replace(/\s+/g, ' '), { input: reversed });
    expect(second.text).toBe(first.text);
  });

  it('has one effect where it is sent twenty times at once', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(key, CREATE, inputOf('Twenty at once'))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
    expect(await named('Twenty at once')).toBe(1);
  });

  it('is refused for another request, and that has no effect', async () => {
    const key = newKey();
    await send(key, CREATE, inputOf('The first'));
    const other = await send(key, CREATE, inputOf('The second'));
    expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await named('The second')).toBe(0);
    const question = await send(key, '{ __typename }');
    expect(question.body).toEqual({ data: { __typename: 'Query' } });
  });

  it('is each one’s own', async () => {
    const key = newKey();
    const manager = await server.member('Mia Manager', 'AGAIN', ['PROGRAM_MANAGER']);
    await send(key, CREATE, inputOf('By two'));
    await send(key, CREATE, inputOf('By two'), manager);
    expect(await named('By two')).toBe(2);
  });

  it('answers a refusal as before, too, whatever has become possible since', async () => {
    const key = newKey();
    const variables = inputOf('Refused', { templateKey: 'no-such-template' });
    const first = await send(key, CREATE, variables);
    expect(first.body.data.initiativeCreate.userErrors).not.toEqual([]);
    expect((await send(key, CREATE, variables)).text).toBe(first.text);
  });

  it('keeps nothing of a request that failed, so that it can be sent again', async () => {
    const key = newKey();
    const stranger = await server.member('Rita Reviewer', 'AGAIN', ['REVIEWER']);
    const refused = await send(key, CREATE, inputOf('Forbidden at first'), stranger);
    expect(codeOf(refused)).toBe('FORBIDDEN');
    await server.admin.ask(
      'mutation ($input: PortfolioMemberSetInput!) { portfolioMemberSet(portfolioKey: "AGAIN", input: $input) { userErrors { code } } }',
      { input: { userId: stranger.userId, roles: ['PROGRAM_MANAGER'] } },
    );
    const now = await send(key, CREATE, inputOf('Forbidden at first'), stranger);
    expect(now.body.data.initiativeCreate.userErrors).toEqual([]);
  });

  it('is all or nothing where it has several parts', async () => {
    const key = newKey();
    const manager = await server.member('Pia Manager', 'AGAIN', ['PROGRAM_MANAGER']);
    const two = `mutation ($input: InitiativeCreateInput!) {
      made: initiativeCreate(input: $input) { initiative { key } }
      userCreate(input: { name: "X", email: "x@example.org" }) { user { id } }
    }`;
    const answer = await send(key, two, inputOf('In two parts'), manager);
    expect([codeOf(answer), answer.body.data]).toEqual(['FORBIDDEN', null]);
    expect(await named('In two parts')).toBe(0);
    const both = `mutation ($a: InitiativeCreateInput!, $b: InitiativeCreateInput!) {
      a: initiativeCreate(input: $a) { initiative { key } userErrors { code } }
      b: initiativeCreate(input: $b) { initiative { key } userErrors { code } }
    }`;
    const variables = {
      a: inputOf('In two parts').input,
      b: inputOf('In two parts', { templateKey: 'no-such-template' }).input,
    };
    const mixed = await send(newKey(), both, variables);
    expect([mixed.body.data.a.userErrors, mixed.body.data.b.initiative]).toEqual([[], null]);
    expect(await named('In two parts')).toBe(1);
  });

  it('leaves no portfolio in memory that was taken back with it', async () => {
    const { initiativeCreate } = await server.admin.ask(CREATE, inputOf('With evidence'));
    const submit = `mutation ($id: ID!, $input: EvidenceInput!) {
      evidenceSubmit(initiativeId: $id, criterionKey: "data-access", input: $input) { evidence { id } userErrors { message } }
    }`;
    const input = { document: { summary: 'Known', url: 'https://docs.example/data', effectiveOn: '2026-03-01' } };
    const { evidenceSubmit } = await server.admin.ask(submit, { id: initiativeCreate.initiative.id, input });
    // The last part takes a role that an admin does not have.
    const parts = `mutation ($input: InitiativeCreateInput!, $evidence: ID!) {
      portfolioCreate(input: { key: "GHOST", name: "Ghost" }) { portfolio { id initiatives { totalCount } } }
      initiativeCreate(input: $input) { initiative { portfolio { key } } userErrors { code } }
      evidenceReview(id: $evidence, input: { outcome: ACCEPTED }) { userErrors { code } }
    }`;
    const ghost = { ...inputOf('Of a ghost', { portfolioKey: 'GHOST' }), evidence: evidenceSubmit.evidence.id };
    const answer = await send(newKey(), parts, ghost);
    expect([codeOf(answer), answer.body.data]).toEqual(['FORBIDDEN', null]);
    expect((await send(null, '{ portfolio(key: "GHOST") { id } }')).body).toEqual({ data: { portfolio: null } });
    const again = 'mutation { portfolioCreate(input: { key: "GHOST", name: "Real" }) { portfolio { id } } }';
    const { portfolio } = (await send(newKey(), again)).body.data.portfolioCreate;
    const seen = await send(null, '{ portfolio(key: "GHOST") { id name } }');
    expect(seen.body.data.portfolio).toEqual({ id: portfolio.id, name: 'Real' });
  });

  it.each(['with space', 'ä', 'x'.repeat(256)])('is refused with a key such as %j', async (key) => {
    const answer = await send(encodeURI(key) === key ? key : key.normalize(), CREATE, inputOf('Badly keyed'));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(await named('Badly keyed')).toBe(0);
  });

  it.each(['classificationRulesPreview', 'classificationRulesPublish'])(
    'works for %s, which reads the ledger of one moment',
    async (name) => {
      const query = `mutation ($input: ClassificationRulesPublishInput!) {
        ${name}(portfolioKey: "AGAIN", input: $input) { userErrors { code message } }
      }`;
      const rule = { name: 'Trainings', labels: ['training'], categoryKey: 'PEOPLE_PROCESS' };
      const answer = await send(newKey(), query, { input: { rules: [rule] } });
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
      expect(answer.body.data[name].userErrors).toEqual([]);
    },
  );

  it('holds no connection where it is refused before it is begun', async () => {
    const tooMuch = `mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { portfolio { initiatives(first: 100) {
      nodes { evidence(first: 100) { nodes { id criterionKey kind } } } } } } } }`;
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(newKey(), tooMuch, inputOf('Too much'))));
    expect(new Set(answers.map((answer) => `${answer.status} ${String(codeOf(answer))}`))).toEqual(
      new Set(['400 GRAPHQL_VALIDATION_FAILED']),
    );
    expect(
      await server.source.query('SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE $1', [
        'idle in tr%',
      ]),
    ).toEqual([]);
    expect(await named('Too much')).toBe(0);
  });

  it('is forgotten after seven days', async () => {
    const key = newKey();
    await send(key, CREATE, inputOf('A week'));
    server.at('2026-03-09T09:00:00Z');
    expect((await send(key, CREATE, inputOf('A week'))).replayed).toBe('true');
    server.at('2026-03-09T09:00:00.001Z');
    expect((await send(key, CREATE, inputOf('A week'))).replayed).toBeNull();
    expect(await named('A week')).toBe(2);
    server.at('2026-03-17T09:00:00Z');
    expect(await server.app.get(IdempotencyKeys).dropOld()).toBeGreaterThan(0);
    expect(await server.source.query('SELECT 1 FROM idempotency_key')).toEqual([]);
    server.at('2026-03-02T09:00:00Z');
  });

  it('leaves no transaction behind, and the audit trail whole', async () => {
    const [open] = await server.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(open?.count).toBe(0);
    const { auditVerify } = await server.admin.ask('{ auditVerify(portfolioKey: "AGAIN") { ok } }');
    expect(auditVerify.ok).toBe(true);
  });
});
