import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import { Upkeep } from '../../src/jobs/upkeep/upkeep.js';
import { Browser, OF_THE_BOARD, type Seen } from '../support/browser.js';
import { foundCompany, type Company } from '../support/company.js';
import { closing, hear, rawSocket, socketClient, untilFollowed } from '../support/live.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const VIEWER = '{ viewer { user { id name } } }';

describe('a session of a person', () => {
  let server: TestServer;
  let company: Company;
  let browser: Browser;
  let day = 0;
  let at: (time: string) => void;

  const date = (): string => new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10);
  const url = (path: string): string => `${server.url}${path}`;

  const signIn = (token: string, by = browser, headers = {}): Promise<Seen> =>
    by.board(url('/session/token'), { method: 'POST', body: { token }, headers });

  const ask = async (
    headers: Record<string, string> = {},
    query = VIEWER,
    by = browser,
  ): Promise<{ status: number; answer: Json }> => {
    const { status, text } = await by.board(url('/graphql'), { method: 'POST', body: { query }, headers });
    return { status, answer: JSON.parse(text) };
  };

  const sessionOf = (by = browser): string | null => by.cookie(server.url, 'tollgate_session');

  const standing = async (by = browser): Promise<Json> => JSON.parse((await by.board(url('/session'))).text);

  const tokenFor = async (userId: string, expiresOn?: string): Promise<{ token: string; apiTokenId: string }> => {
    const { apiTokenCreate } = await server.admin.ask(
      'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token apiTokenId userErrors { message } } }',
      { input: { userId, name: 'board', expiresOn } },
    );
    return apiTokenCreate as { token: string; apiTokenId: string };
  };

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
  });
  afterAll(() => server.stop());

  // Each on a day of its own, so that no test is told to wait by what another one tried.
  beforeEach(() => {
    day += 1;
    at = (time) => {
      server.at(`${date()}T${time}Z`);
    };
    at('09:00:00');
    browser = new Browser();
  });

  it('begins with an API token: a cookie for this server alone, out of the reach of scripts', async () => {
    expect(await standing()).toEqual({
      viewer: null,
      waysToSignIn: { token: true, oidc: null, samplePeople: [] },
    });
    const answer = await signIn(company.manager.token);
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.setCookies).toEqual([
      expect.stringMatching(/^tollgate_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const { viewer } = await standing();
    expect(viewer).toEqual({
      id: company.manager.userId,
      name: 'Mara Manager',
      email: expect.stringMatching(/@example.org$/),
    });
    expect(await ask()).toEqual({
      status: 200,
      answer: { data: { viewer: { user: { id: company.manager.userId, name: 'Mara Manager' } } } },
    });
  });

  it('is kept as a hash, and told in the audit trail of the instance', async () => {
    await signIn(company.manager.token);
    const secret = sessionOf()!;
    await browser.board(url('/session'), { method: 'DELETE' });
    const rows = await server.source.query<Json[]>('SELECT * FROM web_session ORDER BY created_at DESC LIMIT 1');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0].secret_sha256).toMatch(/^[0-9a-f]{64}$/);
    const events = await server.source.query<Json[]>(
      "SELECT body FROM audit_event WHERE body::text LIKE '%' || $1 || '%' ORDER BY sequence",
      [rows[0].id],
    );
    expect(events.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body))).toMatchObject([
      {
        action: 'session.begun',
        actorId: company.manager.userId,
        subjectType: 'Session',
        changes: { method: 'TOKEN', apiTokenId: rows[0].api_token_id },
      },
      { action: 'session.ended', actorId: company.manager.userId, changes: {} },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('has a new secret each time, and the one that was there before in the browser ends', async () => {
    browser.setCookie(server.url, 'tollgate_session', 'a'.repeat(43));
    await signIn(company.manager.token);
    const first = sessionOf()!;
    expect(first).not.toBe('a'.repeat(43));
    await signIn(company.reviewer.token);
    expect(sessionOf()).not.toBe(first);
    expect((await standing()).viewer.name).toBe('Rita Reviewer');
    const other = new Browser();
    other.setCookie(server.url, 'tollgate_session', first);
    expect((await standing(other)).viewer).toBeNull();
    expect(await ask({}, VIEWER, other)).toMatchObject({
      status: 401,
      answer: {
        errors: [{ message: 'The session has ended. Sign in again.', extensions: { code: 'UNAUTHENTICATED' } }],
      },
    });
  });

  it('ends when its person signs out, at once, and signing out again is fine', async () => {
    await signIn(company.manager.token);
    const secret = sessionOf()!;
    const out = await browser.board(url('/session'), { method: 'DELETE' });
    expect(out).toMatchObject({ status: 204 });
    expect(out.setCookies).toEqual(['tollgate_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect(sessionOf()).toBeNull();
    browser.setCookie(server.url, 'tollgate_session', secret);
    expect((await ask()).status).toBe(401);
    expect((await browser.board(url('/session'), { method: 'DELETE' })).status).toBe(204);
    expect((await new Browser().send(url('/session'), { method: 'DELETE' })).status).toBe(204);
  });

  it('does not begin with a token that is unknown, revoked, expired or none at all', async () => {
    const revoked = await tokenFor(company.manager.userId);
    await server.admin.ask('mutation ($id: ID!) { apiTokenRevoke(apiTokenId: $id) { userErrors { message } } }', {
      id: revoked.apiTokenId,
    });
    for (const token of [revoked.token, 'no-token-of-anybody', company.manager.token.slice(0, -1)]) {
      const { status, text, setCookies } = await signIn(token);
      expect([status, JSON.parse(text), setCookies]).toEqual([
        401,
        { message: 'The API token is not known here, or it is expired or revoked.' },
        [],
      ]);
    }
    for (const body of [
      {},
      { token: '' },
      { token: 7 },
      [],
      { token: 'a'.repeat(501) },
      { __proto__: { token: 'x' } },
    ]) {
      const { status, text } = await browser.board(url('/session/token'), { method: 'POST', body });
      expect([status, JSON.parse(text)]).toEqual([
        400,
        { message: 'Send JSON with token, a text of 1 to 500 characters.' },
      ]);
    }
    const form = await browser.board(url('/session/token'), {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: { token: company.manager.token },
    });
    expect(form.status).toBe(400);
  });

  it('is begun no more after ten tries that failed within a minute, not with the right token either', async () => {
    for (let count = 0; count < 10; count += 1) {
      at(`09:00:${String(count * 3).padStart(2, '0')}`);
      expect((await signIn('wrong')).status).toBe(401);
    }
    at('09:00:40');
    const { status, headers, text } = await signIn(company.manager.token);
    expect([status, headers.get('retry-after'), JSON.parse(text).message]).toEqual([
      429,
      '20',
      'More than 10 tries failed within a minute. Try again in 20 seconds.',
    ]);
    at('09:01:00');
    expect((await signIn(company.manager.token)).status).toBe(204);
    for (let count = 0; count < 20; count += 1) {
      expect((await signIn(company.manager.token)).status).toBe(204);
    }
  });

  describe('ends', () => {
    it('two hours after it was used last, which is noted once a minute', async () => {
      await signIn(company.manager.token);
      at('10:59:00');
      expect((await ask()).status).toBe(200);
      at('10:59:59');
      expect((await ask()).status).toBe(200);
      const [row] = await server.source.query<Json[]>(
        'SELECT seen_at FROM web_session ORDER BY created_at DESC LIMIT 1',
      );
      expect(new Date(row.seen_at as string).toISOString()).toMatch(/T10:59:00/);
      at('12:58:59');
      expect((await standing()).viewer).not.toBeNull();
      at('12:59:00');
      expect((await standing()).viewer).toBeNull();
      expect((await ask()).status).toBe(401);
    });

    it('twelve hours after it began, however much it is used', async () => {
      await signIn(company.manager.token);
      for (const time of ['10:30', '12:00', '13:30', '15:00', '16:30', '18:00', '19:30']) {
        at(`${time}:00`);
        expect((await ask()).status).toBe(200);
      }
      at('20:59:59');
      expect((await ask()).status).toBe(200);
      at('21:00:00');
      expect((await ask()).status).toBe(401);
    });

    it('with the token it was made from, at once', async () => {
      const { token, apiTokenId } = await tokenFor(company.manager.userId);
      await signIn(token);
      expect((await ask()).status).toBe(200);
      await company.manager.ask('mutation ($id: ID!) { apiTokenRevoke(apiTokenId: $id) { userErrors { message } } }', {
        id: apiTokenId,
      });
      expect((await ask()).status).toBe(401);
    });

    it('after the last day of the token it was made from', async () => {
      at('23:30:00');
      const today = date();
      const { token } = await tokenFor(company.manager.userId, today);
      await signIn(token);
      at('23:59:59');
      expect((await ask()).status).toBe(200);
      day += 1;
      server.at(`${date()}T00:00:00Z`);
      expect((await ask()).status).toBe(401);
    });

    it('and is dropped a day later', async () => {
      await signIn(company.manager.token);
      const [{ id }] = await server.source.query<Json[]>('SELECT id FROM web_session ORDER BY created_at DESC LIMIT 1');
      const isThere = async (): Promise<boolean> =>
        (await server.source.query<Json[]>('SELECT 1 FROM web_session WHERE id = $1', [id])).length === 1;
      day += 1;
      const upkeep = server.app.get(Upkeep, { strict: false });
      at('21:00:00');
      await upkeep.run();
      expect(await isThere()).toBe(true);
      day += 1;
      at('21:00:01');
      // The slow part of it runs once a minute of the machine.
      Object.assign(upkeep, { slowlyAt: -Infinity });
      await upkeep.run();
      expect(await isThere()).toBe(false);
    });
  });

  describe('changes nothing for a page of another origin:', () => {
    const NAME = 'mutation { apiTokenRevoke(apiTokenId: "x") { userErrors { message } } }';

    beforeEach(() => signIn(company.manager.token));

    it.each<[string, Record<string, string>, string]>([
      ['without the header of the board', { 'x-tollgate-client': '' }, 'takes the header X-Tollgate-Client: board'],
      ['with another one', { 'x-tollgate-client': 'curl' }, 'takes the header X-Tollgate-Client: board'],
      ['from another site', { 'sec-fetch-site': 'cross-site' }, 'from a page of another origin'],
      ['from another origin of the site', { 'sec-fetch-site': 'same-site' }, 'from a page of another origin'],
      ['with the Origin of another', { origin: 'https://evil.example' }, 'from a page of another origin'],
      ['with the Origin of nobody', { origin: 'null' }, 'from a page of another origin'],
      ['with the Origin of another port', { origin: 'http://127.0.0.1:1' }, 'from a page of another origin'],
      ['typed into the address bar', { 'sec-fetch-site': 'none' }, 'takes the header Origin or Sec-Fetch-Site'],
    ])('a request %s', async (_, headers, message) => {
      for (const query of [NAME, VIEWER]) {
        const { status, answer } = await ask(headers, query);
        expect([status, answer]).toEqual([
          403,
          { errors: [{ message: expect.stringContaining(message), extensions: { code: 'FORBIDDEN' } }] },
        ]);
      }
      const out = await browser.board(url('/session'), { method: 'DELETE', headers });
      expect([out.status, JSON.parse(out.text)]).toEqual([403, { message: expect.stringContaining(message) }]);
      const rows = await browser.board(url('/api/kpi-measurements'), {
        method: 'POST',
        headers,
        body: { measurements: [] },
      });
      expect([rows.status, JSON.parse(rows.text).error]).toEqual([
        403,
        { code: 'FORBIDDEN', message: expect.stringContaining(message) },
      ]);
      expect((await standing()).viewer).not.toBeNull();
    });

    it('a request that does not say where it comes from', async () => {
      const { status } = await browser.send(url('/graphql'), {
        method: 'POST',
        headers: { 'x-tollgate-client': 'board' },
        body: { query: VIEWER },
      });
      expect(status).toBe(403);
    });

    it('signing in as somebody else', async () => {
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }]) {
        expect(await signIn(company.reviewer.token, browser, headers)).toMatchObject({ status: 403, setCookies: [] });
      }
      expect((await standing()).viewer.name).toBe('Mara Manager');
    });

    it('a mutation as a link', async () => {
      const asked = `/graphql?${new URLSearchParams({ query: NAME }).toString()}`;
      expect((await browser.board(url(asked))).status).toBe(400);
      expect((await browser.board(url(asked), { headers: { 'apollo-require-preflight': '1' } })).status).toBe(405);
    });
  });

  describe('is good for', () => {
    beforeEach(() => signIn(company.manager.token));

    it('downloads, as links', async () => {
      const path = `/api/exports/initiatives.csv?portfolio=${company.key}`;
      const { status, headers } = await browser.send(url(path), { headers: { 'sec-fetch-site': 'none' } });
      expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')]);
      expect((await browser.send(url('/api/exports'))).status).toBe(200);
      const report = await browser.send(
        url(`/api/exports/portfolio-report.pdf?portfolio=${company.key}&month=2026-02-01`),
      );
      expect(report.status).not.toBe(401);
      const nobody = await new Browser().send(url(path));
      expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    });

    it('what is sent without GraphQL', async () => {
      for (const [path, list] of [
        ['/api/kpi-measurements', 'measurements'],
        ['/api/signals', 'readings'],
      ] as const) {
        const { status, text } = await browser.board(url(path), { method: 'POST', body: { [list]: 'none' } });
        expect([status, JSON.parse(text).error.code]).toEqual([400, 'INVALID']);
      }
      const upload = await browser.board(url('/api/imports/initiatives'), { method: 'POST', body: {} });
      expect([upload.status, upload.text]).toEqual([400, expect.stringContaining('multipart/form-data')]);
    });

    it('nothing where an Authorization header is sent, which counts alone', async () => {
      const { token } = company.reviewer;
      const plain = await browser.send(url('/graphql'), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: { query: VIEWER },
      });
      expect(JSON.parse(plain.text).data.viewer.user.name).toBe('Rita Reviewer');
      expect(await ask({ authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    });
  });

  describe('at a WebSocket', () => {
    const connect = (headers: Record<string, string>) => {
      const socket = rawSocket(server.url, { headers: { cookie: browser.cookies(server.url), ...headers } });
      socket.on('open', () => {
        socket.send('{"type":"connection_init"}');
      });
      return socket;
    };

    beforeEach(() => signIn(company.manager.token));

    it('lets a page of ours in, and out when it ends', async () => {
      const socket = connect({ origin: server.url });
      const closed = closing(socket);
      const [message] = await new Promise<string[]>((resolve) => {
        socket.on('message', (data) => {
          resolve([(data as Buffer).toString()]);
        });
      });
      expect(JSON.parse(message!)).toEqual({ type: 'connection_ack' });
      await browser.board(url('/session'), { method: 'DELETE' });
      expect(await closed).toEqual({ code: 4403, reason: 'Forbidden' });
    });

    it('does not let a page of another origin in, nor a client that states none', async () => {
      const foreign = connect({ origin: 'https://evil.example' });
      const status = await new Promise((resolve) => {
        foreign
          .on('error', () => undefined)
          .on('unexpected-response', (_, { statusCode }) => {
            resolve(statusCode);
          });
      });
      expect(status).toBe(403);
      foreign.terminate();
      expect(await closing(connect({}))).toMatchObject({ code: 4403 });
    });

    it('counts for nothing beside a token', async () => {
      const client = socketClient(server.url, company.reviewer.token, {
        webSocketImpl: class extends (await import('ws')).WebSocket {
          constructor(address: string, protocol: string) {
            super(address, protocol, { headers: { cookie: browser.cookies(server.url) } });
          }
        },
      });
      const hearing = hear(client, { portfolio: company.key });
      await untilFollowed(server.url, 1);
      await browser.board(url('/session'), { method: 'DELETE' });
      expect((await standing()).viewer).toBeNull();
      expect(hearing.isOver).toBe(false);
      await client.dispose();
      await untilFollowed(server.url, 0);
    });
  });

  it('is held to its laws by the database', async () => {
    const { userId } = company.manager;
    const [{ id: foreign }] = await server.source.query<Json[]>(
      'SELECT id FROM api_token WHERE user_id <> $1 LIMIT 1',
      [userId],
    );
    const insert = (change: Record<string, unknown>): Promise<unknown> => {
      const row = {
        id: '01a212d5-f904-71d7-8920-682d71078844',
        secret_sha256: 'a'.repeat(64),
        user_id: userId,
        method: 'OIDC',
        api_token_id: null,
        created_at: '2026-03-02T09:00:00Z',
        seen_at: '2026-03-02T09:00:00Z',
        expires_at: '2026-03-02T21:00:00Z',
        ended_at: null,
        ...change,
      };
      const names = Object.keys(row);
      return server.source.query(
        `INSERT INTO web_session (${names.join()}) VALUES (${names.map((_, index) => `$${index + 1}`).join()})`,
        Object.values(row),
      );
    };
    const refused = [
      [{ secret_sha256: 'in the clear' }, 'web_session_secret_form'],
      [{ method: 'MAGIC' }, 'web_session_method_known'],
      [{ method: 'TOKEN' }, 'web_session_token_with_method'],
      [{ method: 'TOKEN', api_token_id: foreign }, 'web_session_token_fk'],
      [{ user_id: SYSTEM_USER_ID }, 'web_session_not_of_the_system'],
      [{ expires_at: '2026-03-02T21:00:01Z' }, 'web_session_term'],
      [{ seen_at: '2026-03-02T08:59:59Z' }, 'web_session_order'],
      [{ ended_at: '2026-03-02T08:59:59Z' }, 'web_session_order'],
    ] as const;
    for (const [change, law] of refused) {
      await expect(insert(change)).rejects.toThrow(law);
    }
    await insert({});
    const update = (change: string): Promise<unknown> =>
      server.source.query(`UPDATE web_session SET ${change} WHERE secret_sha256 = repeat('a', 64)`);
    for (const change of [
      "expires_at = '2026-03-02T20:00:00Z'",
      `user_id = '${company.reviewer.userId}'`,
      "secret_sha256 = repeat('b', 64)",
      "method = 'SAMPLE'",
    ]) {
      await expect(update(change)).rejects.toThrow('web_session_stays');
    }
    await update("ended_at = '2026-03-02T10:00:00Z'");
    await expect(update('ended_at = NULL')).rejects.toThrow('web_session_stays');
    await expect(
      server.source.query("UPDATE app_user SET oidc_issuer = 'https://id.example', oidc_subject = 'x' WHERE id = $1", [
        SYSTEM_USER_ID,
      ]),
    ).rejects.toThrow('app_user_oidc_not_the_system');
    await expect(
      server.source.query("UPDATE app_user SET oidc_issuer = 'https://id.example' WHERE id = $1", [userId]),
    ).rejects.toThrow('app_user_oidc_whole');
  });
});

describe('where people reach the board by HTTPS', () => {
  it('the cookie goes over HTTPS only, and pages of that address are ours whatever the host is called behind the proxy', async () => {
    const publicUrl = 'https://tollgate.example.org';
    const server = await startTestServer(undefined, { publicUrl });
    try {
      const browser = new Browser();
      const { token } = server.admin;
      const headers = { ...OF_THE_BOARD, origin: publicUrl };
      const { status, setCookies } = await browser.send(`${server.url}/session/token`, {
        method: 'POST',
        headers,
        body: { token },
      });
      expect([status, setCookies]).toEqual([204, [expect.stringMatching(/; HttpOnly; Secure; SameSite=Lax$/)]]);
      const { text } = await browser.send(`${server.url}/graphql`, {
        method: 'POST',
        headers,
        body: { query: VIEWER },
      });
      expect(JSON.parse(text).data.viewer.user.name).toBe('Instance admin');
    } finally {
      await server.stop();
    }
  });
});
