import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FIRST_ADMIN_EMAIL } from '../../src/modules/identity/commands/make-first-admin.js';
import { Browser } from '../support/browser.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const PARTS = [
  { email: 'pm@sample.example', does: 'Program manager', portfolioKey: 'DEMO', isOfTheInstance: false },
  { email: 'nobody@sample.example', does: 'Gatekeeper', portfolioKey: 'DEMO', isOfTheInstance: false },
  { email: FIRST_ADMIN_EMAIL, does: 'Instance admin', portfolioKey: 'DEMO', isOfTheInstance: true },
];

/** A request with a header Host of one's own, which `fetch` does not send. */
const called = (
  url: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<{ status: number; json: Json }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, json: text === '' ? null : JSON.parse(text) });
      });
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

describe('the people of the sample', () => {
  let server: TestServer;
  let browser: Browser;
  let manager: string;

  const createPortfolio = (key: string): Promise<Json> =>
    server.admin.ask(
      'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
      { input: { key, name: key, timeZone: 'Europe/Berlin' } },
    );
  const url = (path: string): string => `${server.url}${path}`;
  const people = async (): Promise<Json> =>
    JSON.parse((await browser.board(url('/session'))).text).waysToSignIn.samplePeople;
  const play = (userId: string) => browser.board(url('/session/sample'), { method: 'POST', body: { userId } });

  beforeAll(async () => {
    server = await startTestServer(undefined, { signIn: { sampleParts: PARTS } });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    browser = new Browser();
  });

  it('are none before there is a sample', async () => {
    expect(await people()).toEqual([]);
    const { userCreate } = await server.admin.ask(
      'mutation ($input: UserCreateInput!) { userCreate(input: $input) { user { id } } }',
      { input: { name: 'Program manager, Claims', email: 'pm@sample.example' } },
    );
    manager = userCreate.user.id as string;
    expect((await play(manager)).status).toBe(404);
    await createPortfolio('DEMO');
  });

  it('are told by what they do, and may be played without a token', async () => {
    expect(await people()).toEqual([
      { id: manager, name: 'Program manager, Claims', does: 'Program manager', portfolioKey: 'DEMO' },
      { id: expect.any(String), name: 'Instance admin', does: 'Instance admin', portfolioKey: 'DEMO' },
    ]);
    expect((await play(manager)).status).toBe(204);
    expect(JSON.parse((await browser.board(url('/session'))).text).viewer.id).toBe(manager);
  });

  it.each<[string, Record<string, string>]>([
    ['by a page whose name was made to lead here', { host: 'evil.example' }],
    ['by a page that only begins like this machine', { host: 'localhost.evil.example:3000' }],
    ['through a proxy', { 'x-forwarded-for': '192.0.2.7' }],
    ['through another one', { forwarded: 'for=192.0.2.7' }],
  ])('are told to nobody, and played by nobody, asked %s', async (_, headers) => {
    const told = await called(url('/session'), headers);
    expect(told.json.waysToSignIn.samplePeople).toEqual([]);
    const sent = { ...headers, 'content-type': 'application/json' };
    const played = await called(url('/session/sample'), sent, { userId: manager });
    expect([played.status, played.json.message]).toEqual([404, expect.stringContaining('asked from this machine')]);
  });

  it('are not played by a page of another origin', async () => {
    const sent = { origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await called(url('/session/sample'), sent, { userId: manager })).status).toBe(403);
  });

  it('are those people only', async () => {
    const other = await server.member('Somebody', 'DEMO', ['ADMIN']);
    for (const userId of [other.userId, 'nobody', "' OR 1=1 --"]) {
      expect((await play(userId)).status).toBe(404);
    }
  });

  it('do not have the instance admin among them once there is a portfolio that is no sample', async () => {
    const admin = (await people()).at(-1).id as string;
    await createPortfolio('REAL');
    expect((await people()).map(({ does }: Json) => does)).toEqual(['Program manager']);
    expect((await play(admin)).status).toBe(404);
  });
});

describe('without a sample', () => {
  it('nobody is played, and who was is no more', async () => {
    const server = await startTestServer();
    try {
      const browser = new Browser();
      const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
      const userId = viewer.user.id as string;
      const played = await browser.board(`${server.url}/session/sample`, { method: 'POST', body: { userId } });
      expect(played.status).toBe(404);
      expect((await browser.send(`${server.url}/session/oidc`)).status).toBe(404);
      await browser.board(`${server.url}/session/token`, { method: 'POST', body: { token: server.admin.token } });
      const standing = async (): Promise<Json> =>
        JSON.parse((await browser.board(`${server.url}/session`)).text).viewer;
      expect(await standing()).not.toBeNull();
      await server.source.query(
        `INSERT INTO web_session (id, secret_sha256, user_id, method, created_at, seen_at, expires_at)
         SELECT '01a212d5-f904-71d7-8920-682d71078844', encode(sha256(repeat('s', 43)::bytea), 'hex'), $1, 'SAMPLE',
           created_at, seen_at, expires_at FROM web_session LIMIT 1`,
        [userId],
      );
      browser.setCookie(server.url, 'tollgate_session', 's'.repeat(43));
      expect(await standing()).toBeNull();
    } finally {
      await server.stop();
    }
  });
});
