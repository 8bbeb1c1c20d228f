import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client as SocketClient, ClientOptions } from 'graphql-ws';
import pg from 'pg';
import { InsightWorker } from '../../src/jobs/insight/insight-worker.js';
import { MoveChanges } from '../../src/modules/changes/commands/move-changes.js';
import { MarkChanges } from '../../src/modules/findings/commands/mark-changes.js';
import { ChangeFollowers } from '../../src/modules/subscriptions/queries/change-followers.js';
import { MOST_WAITING } from '../../src/modules/subscriptions/queries/following.js';
import { foundCompany, type Company } from '../support/company.js';
import { CHANGED, closing, hear, rawSocket, socketClient, untilFollowed, type Hearing } from '../support/live.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

describe('live updates', () => {
  let server: TestServer;
  let company: Company;
  let other: Company;
  let mine: string;
  let clients: SocketClient[] = [];
  let minute = 0;

  const connect = (token: string | null, options: Partial<ClientOptions> = {}): SocketClient => {
    const client = socketClient(server.url, token, options);
    clients.push(client);
    return client;
  };

  const follow = async (token: string, key = company.key, query = CHANGED): Promise<Hearing> => {
    const before = server.app.get(ChangeFollowers, { strict: false }).count;
    const hearing = hear(connect(token), { portfolio: key }, query);
    await untilFollowed(server.url, before + 1);
    return hearing;
  };

  const move = (): Promise<number> => server.app.get(MoveChanges, { strict: false }).run();

  const rename = async (by: Company, id: string, name: string): Promise<void> => {
    const { version } = await by.standing(id);
    await by.manager.ask(
      'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { message } } }',
      { id, input: { name, expectedVersion: version } },
    );
  };

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    other = await foundCompany(server);
    mine = await company.create({ name: 'Claims triage' });
  });
  afterAll(() => server.stop());

  // What changed within the last five seconds is told too, and here the clock stands.
  beforeEach(async () => {
    await move();
    minute += 1;
    server.at(`2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`);
  });
  afterEach(async () => {
    for (const client of clients) {
      await client.dispose();
    }
    clients = [];
    await untilFollowed(server.url, 0);
  });

  it('tell of a change: the initiative as it stands then, with whatever is asked of it', async () => {
    const hearing = await follow(company.manager.token);
    await rename(company, mine, 'Claims triage by machine');
    await move();
    await hearing.count(1);
    expect(hearing.answers).toEqual([
      {
        data: {
          initiativeChanged: {
            id: mine,
            key: expect.any(String),
            name: 'Claims triage by machine',
            version: 2,
            owner: { name: 'Olga Owner' },
            stage: { key: 'intake' },
          },
        },
      },
    ]);
    await rename(company, mine, 'Claims triage');
    await move();
    const [, second] = await hearing.count(2);
    expect(second).toMatchObject({ name: 'Claims triage', version: 3 });
  });

  it('are read anew for each event: nothing that was loaded for one is told with another', async () => {
    const hearing = await follow(
      company.manager.token,
      company.key,
      'subscription ($portfolio: String!) { initiativeChanged(portfolioKey: $portfolio) { owner { name } portfolio { name } } }',
    );
    await rename(company, mine, 'One');
    await move();
    await hearing.count(1);
    await server.source.query("UPDATE app_user SET name = 'Olga Newname' WHERE id = $1", [company.owner.userId]);
    await rename(company, mine, 'Two');
    await move();
    const heard = await hearing.count(2);
    await server.source.query("UPDATE app_user SET name = 'Olga Owner' WHERE id = $1", [company.owner.userId]);
    expect(heard.map(({ owner }) => owner.name)).toEqual(['Olga Owner', 'Olga Newname']);
  });

  it('tell of what changed shortly before too, so that whoever subscribes and then asks misses nothing', async () => {
    await rename(company, mine, 'Shortly before');
    await move();
    const hearing = await follow(company.manager.token);
    expect(await hearing.count(1)).toMatchObject([{ name: 'Shortly before' }]);
  });

  it('wait for nobody who looks at what changed', async () => {
    const hearing = await follow(company.manager.token);
    const worker = server.app.get(InsightWorker, { strict: false });
    const looking = new pg.Client({ connectionString: server.databaseUrl });
    await looking.connect();
    try {
      await server.app.get(MarkChanges, { strict: false }).runAll();
      await looking.query('BEGIN');
      const held = await looking.query('SELECT FROM initiative_insight WHERE initiative_id = $1 FOR UPDATE', [mine]);
      expect(held.rowCount).toBe(1);
      worker.start();
      for (const [index, name] of ['While somebody looks', 'Still'].entries()) {
        await rename(company, mine, name);
        expect((await hearing.count(index + 1)).at(-1)).toMatchObject({ name });
      }
      await until('its mark waits', async () => {
        const [row] = await server.source.query(
          `SELECT count(*)::integer AS count FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%initiative_insight%'`,
        );
        return row.count === 1;
      });
    } finally {
      await looking.end();
      await worker.stop();
    }
  });

  it('tell members of another portfolio nothing, and of an unknown portfolio as of a foreign one', async () => {
    const theirs = await other.create({ name: 'Foreign' });
    await move();
    minute += 1;
    server.at(`2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`);
    const ours = await follow(company.manager.token);
    const foreign = await follow(other.manager.token, other.key);
    await rename(company, mine, 'Ours');
    await rename(other, theirs, 'Theirs');
    await move();
    expect(await ours.count(1)).toMatchObject([{ name: 'Ours' }]);
    expect(await foreign.count(1)).toMatchObject([{ name: 'Theirs' }]);
    expect([ours.heard.length, foreign.heard.length]).toEqual([1, 1]);

    const client = connect(company.manager.token);
    const refused = [other.key, 'NOWHERE'].map((portfolio) => hear(client, { portfolio }));
    await Promise.all(refused.map(({ ended }) => ended));
    expect(refused.map(({ answers }) => answers)).toEqual(
      [other.key, 'NOWHERE'].map((key) => [
        {
          data: undefined,
          errors: [
            {
              message: `There is no portfolio with the key "${key}" that you may know of.`,
              locations: expect.any(Array),
              path: ['initiativeChanged'],
              extensions: { code: 'NOT_FOUND' },
            },
          ],
        },
      ]),
    );
  });

  it('tell an initiative once that changed ten times while the client was busy', async () => {
    const following = await server.app
      .get(ChangeFollowers, { strict: false })
      .follow((await server.source.query('SELECT id FROM portfolio WHERE key = $1', [company.key]))[0].id);
    const second = await company.create({ name: 'Second' });
    for (let change = 1; change <= 10; change += 1) {
      await rename(company, mine, `Change ${change}`);
      await move();
    }
    await until('all is read', async () => {
      const [{ newest }] = await server.source.query('SELECT max(id) AS newest FROM change_feed');
      return server.app.get(ChangeFollowers, { strict: false }).position === newest;
    });
    expect([await following.next(), await following.next()].sort()).toEqual([mine, second].sort());
    const nothing = following.next();
    following.end();
    expect(await nothing).toBeNull();
  });

  it('end when more changes than a client takes, and say what to do then', async () => {
    const hearing = await follow(company.manager.token);
    const followers = server.app.get(ChangeFollowers, { strict: false });
    const [{ id: portfolioId }] = await server.source.query('SELECT id FROM portfolio WHERE key = $1', [company.key]);
    followers.tell(
      Array.from({ length: MOST_WAITING + 2 }, (_, index) => ({
        id: followers.position!,
        portfolioId,
        initiativeId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      })),
    );
    expect(await hearing.ended).toEqual([
      { message: expect.stringContaining('subscribe anew'), extensions: { code: 'FELL_BEHIND' } },
    ]);
  });

  it('let nobody in without a token that is good, and tell them no more than that', async () => {
    for (const token of [null, 'tgt_wrong', `${company.manager.token}x`]) {
      expect(await hear(connect(token), { portfolio: company.key }).ended).toMatchObject({
        code: 4403,
        reason: 'Forbidden',
      });
    }
  });

  it('take the token of the request for the WebSocket where none is stated', async () => {
    const socket = rawSocket(server.url, { headers: { authorization: `Bearer ${company.manager.token}` } });
    const answers: unknown[] = [];
    socket.on('message', (data) => answers.push(JSON.parse((data as Buffer).toString())));
    socket.on('open', () => {
      socket.send('{"type":"connection_init"}');
    });
    await until('an answer', () => answers.length > 0);
    expect(answers).toEqual([{ type: 'connection_ack' }]);
    socket.close();
    await closing(socket);
  });

  it('end as soon as the token is revoked, though nothing changes', async () => {
    const guest = await server.member('Rex Revoked', company.key, ['REVIEWER']);
    const hearing = await follow(guest.token);
    await server.source.query(
      "UPDATE api_token SET revoked_at = '2026-03-02T09:00:00Z', revoked_by = $1 WHERE user_id = $1",
      [guest.userId],
    );
    expect(await hearing.ended).toMatchObject({ code: 4403, reason: 'Forbidden' });
  });

  it('end when somebody is a member no longer, and tell them nothing more', async () => {
    const guest = await server.member('Max Member', company.key, ['REVIEWER']);
    const hearing = await follow(guest.token);
    await server.source.query('DELETE FROM portfolio_member WHERE user_id = $1', [guest.userId]);
    await rename(company, mine, 'Not for everybody');
    await move();
    expect(await hearing.ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(hearing.heard).toEqual([]);
  });

  it.each([
    ['a query', 'query { viewer { user { id } } }', 'BAD_REQUEST'],
    ['introspection', '{ __schema { types { name } } }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { apiTokenRevoke(apiTokenId: "x") { apiTokenId } }', 'BAD_REQUEST'],
    [
      'a query beside a subscription',
      'subscription A { initiativeChanged(portfolioKey: "X") { id } } query B { viewer { user { id } } }',
      'BAD_REQUEST',
    ],
    ['introspection as a subscription', 'subscription { __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field', 'subscription { initiativesChanged { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    [
      'a document that is too long',
      `subscription { initiativeChanged(portfolioKey: "X") { ${'id '.repeat(4_000)} } }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['variables of another type', CHANGED, 'BAD_USER_INPUT'],
  ])('refuse %s', async (_, query, code) => {
    const client = connect(company.manager.token);
    const reason = await new Promise((resolve) => {
      client.subscribe(
        { query, operationName: query.includes('subscription A') ? 'A' : undefined, variables: { portfolio: 7 } },
        { next: resolve, error: resolve, complete: () => undefined },
      );
    });
    expect(reason).toContainEqual(expect.objectContaining({ extensions: { code } }));
    if (code === 'BAD_REQUEST') {
      expect(reason).toMatchObject([{ message: expect.stringContaining('POST /graphql') }]);
    }
    expect(JSON.stringify(reason)).not.toContain('Did you mean');
  });

  it('say over HTTP where subscriptions are to be had', async () => {
    const { errors } = await company.manager.answer(CHANGED, { portfolio: company.key });
    expect(errors).toMatchObject([{ message: expect.stringContaining('WebSocket') }]);
  });

  it.each([
    ['of another site', 'https://evil.example', 403],
    ['of no site', 'null', 403],
    ['of this server', '', 101],
  ])('take no WebSocket from a page %s but of this server', async (_, origin, status) => {
    const socket = rawSocket(server.url, { origin: origin === '' ? server.url : origin });
    const answered = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode);
      });
      socket.on('open', () => {
        resolve(101);
      });
    });
    expect(answered).toBe(status);
    socket.on('error', () => undefined).terminate();
  });
});

describe('live updates of a server that goes away', () => {
  it('end with 1001, so that clients come back to another', async () => {
    const server = await startTestServer();
    const company = await foundCompany(server);
    const hearing = hear(socketClient(server.url, company.manager.token), { portfolio: company.key });
    await untilFollowed(server.url, 1);
    await server.stop();
    expect(await hearing.ended).toMatchObject({ code: 1001, reason: 'Going away' });
    expect(server.app.get(ChangeFollowers, { strict: false }).count).toBe(0);
  });
});
