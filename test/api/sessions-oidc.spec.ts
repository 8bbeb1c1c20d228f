import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OidcClient } from '../../src/platform/oidc/oidc-client.js';
import { Browser } from '../support/browser.js';
import { startOidcServer, type OidcServer } from '../support/oidc-server.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

describe('signing in with an OpenID provider', () => {
  let provider: OidcServer;
  let server: TestServer;
  let browser: Browser;
  let board: string;
  let people = 0;

  /** A user of Tollgate, whom nobody at the provider is yet. */
  const newUser = async (name = 'Ann'): Promise<{ id: string; email: string }> => {
    people += 1;
    const email = `${name.toLowerCase()}-${people}@example.org`;
    const { userCreate } = await server.admin.ask(
      'mutation ($input: UserCreateInput!) { userCreate(input: $input) { user { id } } }',
      { input: { name, email } },
    );
    return { id: userCreate.user.id as string, email };
  };

  const arrive = (subject: string, account: { email?: string; email_verified?: unknown }): void => {
    provider.accounts.set(subject, account);
    provider.person = subject;
  };

  /** From the button to the callback, which is not asked for yet. */
  const toCallback = async (returnTo?: string, change: (address: string) => string = (address) => address) => {
    const query = returnTo === undefined ? '' : `?${new URLSearchParams({ returnTo }).toString()}`;
    const begun = await browser.send(`${board}/session/oidc${query}`);
    expect(begun.status).toBe(302);
    return browser.follow(change(begun.headers.get('location')!), provider.url);
  };

  const signIn = async (returnTo?: string): Promise<string | null> =>
    (await browser.send(await toCallback(returnTo))).headers.get('location');

  const viewer = async (): Promise<Json> => JSON.parse((await browser.board(`${board}/session`)).text).viewer;

  beforeAll(async () => {
    const port = await freePort();
    board = `http://127.0.0.1:${port}`;
    provider = await startOidcServer(`${board}/session/oidc/callback`);
    server = await startTestServer(undefined, { port, publicUrl: board, signIn: { oidc: provider.settings } });
  });
  afterAll(async () => {
    await server.stop();
    await provider.stop();
  });
  beforeEach(() => {
    server.at('2026-03-02T09:00:00Z');
    browser = new Browser();
  });

  it('is told of, with what the button says', async () => {
    const { waysToSignIn } = JSON.parse((await browser.board(`${board}/session`)).text);
    expect(waysToSignIn.oidc).toEqual({ label: 'Example Inc.' });
  });

  it('goes by the code flow with PKCE, state and nonce, and keeps what it needs out of the reach of scripts', async () => {
    const { headers, setCookies } = await browser.send(`${board}/session/oidc`);
    const address = new URL(headers.get('location')!);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'tollgate',
      response_type: 'code',
      redirect_uri: `${board}/session/oidc/callback`,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(setCookies).toEqual([
      expect.stringMatching(/^tollgate_sign_in=[\w-]+; Max-Age=600; Path=\/session\/oidc; HttpOnly; SameSite=Lax$/),
    ]);
    expect(Buffer.from(browser.cookie(board, 'tollgate_sign_in')!, 'base64url').toString()).not.toContain('state');
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  });

  it('binds at first the user with the verified address, and knows the person by the subject from then on', async () => {
    const { id, email } = await newUser();
    arrive('ann', { email: email.toUpperCase(), email_verified: true });
    browser.setCookie(board, 'tollgate_session', 'a'.repeat(43));
    expect(await signIn('/i/AI-1?tab=kpis#top')).toBe('/i/AI-1?tab=kpis#top');
    expect(await viewer()).toEqual({ id, name: 'Ann', email });
    expect(browser.cookie(board, 'tollgate_session')).not.toBe('a'.repeat(43));
    expect(browser.cookie(board, 'tollgate_sign_in')).toBeNull();
    const { answer } = await asked();
    expect(answer.data.viewer.user.id).toBe(id);

    arrive('ann', { email: 'another@example.org', email_verified: false });
    browser = new Browser();
    expect(await signIn()).toBe('/');
    expect((await viewer()).id).toBe(id);
    const bodies = await server.source.query<Json[]>('SELECT body FROM audit_event ORDER BY sequence');
    const events = bodies.map(({ body }) => JSON.parse(body)).filter((event) => event.actorId === id);
    expect(events.map(({ action, changes }) => [action, changes])).toEqual([
      ['user.bound', { oidcIssuer: provider.url, oidcSubject: 'ann' }],
      ['session.begun', { method: 'OIDC' }],
      ['session.begun', { method: 'OIDC' }],
    ]);
  });

  const asked = async (): Promise<{ answer: Json }> => {
    const { text } = await browser.board(`${board}/graphql`, {
      method: 'POST',
      body: { query: '{ viewer { user { id } } }' },
    });
    return { answer: JSON.parse(text) };
  };

  describe('lets nobody in', () => {
    const nobody = async (location: string | null, problem: string): Promise<void> => {
      expect(location).toBe(`/sign-in?problem=${problem}`);
      expect(await viewer()).toBeNull();
      expect(browser.cookie(board, 'tollgate_session')).toBeNull();
    };

    it('whom no user is, and makes none', async () => {
      const count = async () => (await server.source.query<Json[]>('SELECT 1 FROM app_user')).length;
      const before = await count();
      arrive('stranger', { email: 'stranger@example.org', email_verified: true });
      await nobody(await signIn(), 'unknown-user');
      expect(await count()).toBe(before);
    });

    it.each([false, undefined, 'true', 1])('whose address is verified by nobody (%p)', async (email_verified) => {
      const { email } = await newUser();
      arrive(`unverified-${people}`, { email, email_verified });
      await nobody(await signIn(), 'unverified-email');
    });

    it('without an address', async () => {
      arrive('nameless', { email_verified: true });
      await nobody(await signIn(), 'unverified-email');
    });

    it('whose user is somebody else at the provider already', async () => {
      const { email } = await newUser();
      arrive('first', { email, email_verified: true });
      expect(await signIn()).toBe('/');
      browser = new Browser();
      arrive('second', { email, email_verified: true });
      await nobody(await signIn(), 'other-account');
    });

    it('as the system, whose address is nobody’s', async () => {
      arrive('system', { email: 'system@tollgate.invalid', email_verified: true });
      await nobody(await signIn(), 'unknown-user');
    });

    it('by letters that only look alike', async () => {
      const { email } = await newUser('Mike');
      arrive('kelvin', { email: email.replace('k', '\u212A'), email_verified: true });
      await nobody(await signIn(), 'unknown-user');
    });

    it('who said no', async () => {
      provider.person = null;
      expect(await signIn('/i/AI-1')).toBe('/sign-in?problem=denied&returnTo=%2Fi%2FAI-1');
    });

    it('with another state than the one it began with, or none', async () => {
      const { email } = await newUser();
      arrive(`state-${people}`, { email, email_verified: true });
      const callback = new URL(await toCallback());
      callback.searchParams.set('state', 'a'.repeat(43));
      await nobody((await browser.send(callback.href)).headers.get('location'), 'failed');
      browser = new Browser();
      const other = new URL(await toCallback());
      other.searchParams.delete('state');
      await nobody((await browser.send(other.href)).headers.get('location'), 'failed');
    });

    it('with another nonce', async () => {
      const { email } = await newUser();
      arrive(`nonce-${people}`, { email, email_verified: true });
      const callback = await toCallback('/', (address) => address.replace(/nonce=[\w-]+/, `nonce=${'a'.repeat(43)}`));
      await nobody((await browser.send(callback)).headers.get('location'), 'failed');
    });

    it('with the proof of another sign-in', async () => {
      const { email } = await newUser();
      arrive(`pkce-${people}`, { email, email_verified: true });
      const callback = await toCallback('/', (address) =>
        address.replace(/code_challenge=[\w-]+/, `code_challenge=${'a'.repeat(43)}`),
      );
      await nobody((await browser.send(callback)).headers.get('location'), 'failed');
    });

    it('later than ten minutes, in another browser, or with a cookie that was made up', async () => {
      const { email } = await newUser();
      arrive(`late-${people}`, { email, email_verified: true });
      const callback = await toCallback();
      const cookie = browser.cookie(board, 'tollgate_sign_in')!;
      await nobody((await new Browser().send(callback)).headers.get('location'), 'expired');
      browser.setCookie(board, 'tollgate_sign_in', `${cookie.slice(0, -4)}AAAA`);
      await nobody((await browser.send(callback)).headers.get('location'), 'expired');
      browser.setCookie(board, 'tollgate_sign_in', cookie);
      server.at('2026-03-02T09:10:00Z');
      await nobody((await browser.send(callback)).headers.get('location'), 'expired');
    });

    it('twice with one answer', async () => {
      const { email } = await newUser();
      arrive(`twice-${people}`, { email, email_verified: true });
      const callback = await toCallback();
      const cookie = browser.cookie(board, 'tollgate_sign_in')!;
      expect((await browser.send(callback)).headers.get('location')).toBe('/');
      browser = new Browser();
      browser.setCookie(board, 'tollgate_sign_in', cookie);
      await nobody((await browser.send(callback)).headers.get('location'), 'failed');
    });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example', '/\t/evil.example', ''])(
    'leads nowhere else afterwards, whatever is asked for (%j)',
    async (returnTo) => {
      const { email } = await newUser();
      arrive(`return-${people}`, { email, email_verified: true });
      expect(await signIn(returnTo)).toBe('/');
    },
  );

  it('binds one user once, however many sign in at once', async () => {
    const { id, email } = await newUser();
    arrive(`many-${people}`, { email, email_verified: true });
    const browsers = Array.from({ length: 4 }, () => new Browser());
    const callbacks: string[] = [];
    for (const each of browsers) {
      browser = each;
      callbacks.push(await toCallback());
    }
    const answers = await Promise.all(browsers.map((each, index) => each.send(callbacks[index]!)));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/', '/', '/', '/']);
    expect(
      await server.source.query<Json[]>('SELECT 1 FROM app_user WHERE id = $1 AND oidc_subject IS NOT NULL', [id]),
    ).toHaveLength(1);
  });

  it('works without a secret too, for a public client', async () => {
    const client = new OidcClient({ ...provider.settings, clientId: 'public', clientSecret: null });
    arrive('public', { email: 'public@example.org', email_verified: true });
    const { url, ...checks } = await client.begin(`${board}/session/oidc/callback`);
    const callback = await browser.follow(url, provider.url);
    expect(await client.finish(new URL(callback), checks)).toEqual({
      issuer: provider.url,
      subject: 'public',
      email: 'public@example.org',
      isEmailVerified: true,
    });
  });

  it('says so where the provider cannot be asked, or is another than it is called', async () => {
    const away = new OidcClient({ ...provider.settings, issuer: new URL(`http://127.0.0.1:${await freePort()}`) });
    await expect(away.begin(board)).rejects.toMatchObject({ reason: 'UNAVAILABLE' });
    const other = new OidcClient({
      ...provider.settings,
      issuer: new URL(provider.url.replace('127.0.0.1', 'localhost')),
    });
    await expect(other.begin(board)).rejects.toMatchObject({ reason: 'UNAVAILABLE' });
  });
});
