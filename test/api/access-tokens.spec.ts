import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { Admissions } from '../../src/modules/identity/queries/admissions.js';
import { AccessTokens } from '../../src/platform/oidc/access-tokens.js';
import {
  AUDIENCE,
  MACHINE,
  newSigningKey,
  startOidcServer,
  type OidcServer,
  type SigningKey,
} from '../support/oidc-server.js';
import { startTestServer, type TestServer } from '../support/server.js';

const NOW = Date.parse('2026-03-02T09:00:00Z') / 1_000;

describe('an access token of the OpenID provider', () => {
  let provider: OidcServer;
  let server: TestServer;
  let userId: string;

  beforeAll(async () => {
    provider = await startOidcServer('http://127.0.0.1/session/oidc/callback');
    server = await startTestServer(undefined, {
      accessTokens: { issuer: new URL(provider.url), audience: AUDIENCE },
    });
    const { userCreate } = await server.admin.ask(
      'mutation { userCreate(input: { name: "Nightly job", email: "job@example.org" }) { user { id } } }',
    );
    userId = userCreate.user.id as string;
    await server.source.query('UPDATE app_user SET oidc_issuer = $1, oidc_subject = $2 WHERE id = $3', [
      provider.url,
      MACHINE,
      userId,
    ]);
  });

  afterAll(async () => {
    await server.stop();
    await provider.stop();
  });

  const claims: JWTPayload = { sub: MACHINE, iat: NOW, exp: NOW + 300 };
  const signed = (
    payload: JWTPayload = {},
    header: Readonly<Record<string, unknown>> = {},
    key: SigningKey = provider.key,
  ): Promise<string> =>
    new SignJWT({ ...claims, iss: provider.url, aud: AUDIENCE, ...payload })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'at+jwt', ...header })
      .sign(key.privateKey);
  const who = (token: string) => server.as(token).answer('{ viewer { user { id } } }');
  const codeOf = async (token: string): Promise<unknown> => {
    const { status, errors } = await who(token);
    return [status, errors?.[0]?.extensions.code];
  };

  it('lets in the user that is bound to its subject', async () => {
    server.at(new Date().toISOString());
    const { data } = await who(await provider.machineToken());
    expect(data.viewer.user.id).toBe(userId);
    server.at('2026-03-02T09:00:00Z');
    expect((await who(await signed())).data.viewer.user.id).toBe(userId);
  });

  it('is refused for somebody who is no user, in words that help', async () => {
    const { status, errors } = await who(await signed({ sub: 'a stranger' }));
    expect([status, errors?.[0]?.message]).toEqual([401, expect.stringContaining('sign in to the board once')]);
  });

  it.each([
    ['for another audience', { aud: 'https://other.example.org' }],
    ['for the client, as an ID token is', { aud: 'tollgate' }],
    ['without an audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://id.example.org' }],
    ['that has expired', { exp: NOW - 31 }],
    ['that is to hold later', { nbf: NOW + 31 }],
    ['that never expires', { exp: undefined }],
    ['without a subject', { sub: undefined }],
  ])('%s is refused', async (_, payload) => {
    expect(await codeOf(await signed(payload))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['that has expired 29 seconds ago', { exp: NOW - 29 }],
    ['that holds in 29 seconds', { nbf: NOW + 29 }],
    ['for several audiences', { aud: ['https://other.example.org', AUDIENCE] }],
  ])('%s is taken', async (_, payload) => {
    expect(await codeOf(await signed(payload))).toEqual([200, undefined]);
  });

  it('that is not signed, by whatever name, is refused', async () => {
    const payload = { ...claims, iss: provider.url, aud: AUDIENCE };
    const none = new UnsecuredJWT(payload).encode();
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const None = `${part({ alg: 'None', typ: 'JWT' })}.${part(payload)}.x`;
    expect([await codeOf(none), await codeOf(None)]).toEqual(Array(2).fill([401, 'UNAUTHENTICATED']));
  });

  it('that is signed with the public key as if it were a secret is refused', async () => {
    const pem = await exportSPKI((await importJWK(provider.key.publicJwk, 'RS256', { extractable: true })) as never);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'HS256', kid: provider.key.kid })}.${part({ ...claims, iss: provider.url, aud: AUDIENCE })}`;
    const signature = createHmac('sha256', pem).update(text).digest('base64url');
    expect(await codeOf(`${text}.${signature}`)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('that brings its own key, or says where it is, is refused, and nobody is asked for it', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const jku = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/jwks`;
    const own = await newSigningKey('own');
    const tokens = [
      await signed({}, { jwk: own.publicJwk, kid: undefined }, own),
      await signed({}, { jku, x5u: jku }, own),
      await signed({}, { kid: '../../../dev/null' }, own),
      await signed({}, { kid: "' OR 1=1 --" }, own),
      await signed({}, { kid: provider.key.kid }, own),
    ];
    for (const token of tokens) {
      expect(await codeOf(token)).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(asked).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it('that was changed after it was signed is refused', async () => {
    const [header, , signature] = (await signed()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...claims, iss: provider.url, aud: AUDIENCE, exp: NOW + 9_999 }));
    expect(await codeOf(`${header}.${payload.toString('base64url')}.${signature}`)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('with a key nobody knows asks the provider for its keys once, and not a thousand times', async () => {
    await who(await signed());
    const before = provider.keysAsked;
    const own = await newSigningKey('nobody-knows');
    const tokens = await Promise.all(
      Array.from({ length: 100 }, (_, index) => signed({}, { kid: `no-${index}` }, own)),
    );
    const codes = await Promise.all(tokens.map(codeOf));
    expect(new Set(codes.map(String))).toEqual(new Set(['401,UNAUTHENTICATED']));
    expect(provider.keysAsked - before).toBeLessThanOrEqual(1);
  });

  it('lets a WebSocket in, which ends with the user and with the token, though the provider is not asked again', async () => {
    const admissions = server.app.get(Admissions, { strict: false });
    const { viewer, admission } = await admissions.admit(`Bearer ${await signed()}`);
    expect(viewer.userId).toBe(userId);
    const asked = provider.keysAsked;
    expect((await admission.renewed())?.userId).toBe(userId);
    server.at('2026-03-02T09:05:31Z');
    expect(await admission.renewed()).toBeNull();
    expect(provider.keysAsked).toBe(asked);
    server.at('2026-03-02T09:00:00Z');
  });

  it('ends for a user who is deactivated, however long it would hold', async () => {
    const token = await signed();
    const change = (name: string) =>
      server.admin.ask(`mutation ($id: ID!) { ${name}(id: $id) { userErrors { code } } }`, { id: userId });
    await change('userDeactivate');
    expect(await codeOf(token)).toEqual([401, 'UNAUTHENTICATED']);
    await change('userReactivate');
    expect(await codeOf(token)).toEqual([200, undefined]);
  });
});

describe('access tokens where things change', () => {
  const signedBy = (provider: OidcServer, key: SigningKey): Promise<string> =>
    new SignJWT({ sub: 'x', iss: provider.url, aud: AUDIENCE, exp: NOW + 300 })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .sign(key.privateKey);

  it('are taken by a new key of the provider, which is asked for it, and hold while it is away', async () => {
    const provider = await startOidcServer('http://127.0.0.1/session/oidc/callback');
    const tokens = new AccessTokens({ issuer: new URL(provider.url), audience: AUDIENCE }, 0);
    const read = async (key: SigningKey) => tokens.read(await signedBy(provider, key), new Date(NOW * 1_000));
    const holder = { issuer: provider.url, subject: 'x', goodUntil: NOW + 330 };
    expect(await read(provider.key)).toEqual(holder);
    const second = await newSigningKey('second');
    await expect(read(second)).rejects.toThrow('not by a key of the provider');
    provider.published = [second.publicJwk];
    expect(await read(second)).toEqual(holder);
    // What the provider has withdrawn counts no more.
    await expect(read(provider.key)).rejects.toThrow('not by a key of the provider');
    await provider.stop();
    expect(await read(second)).toEqual(holder);
  });

  describe('and the provider has moved its keys', () => {
    const HOUR = 3_600;
    const MINUTE = 60;
    let provider: OidcServer;
    let tokens: AccessTokens;
    let second: SigningKey;

    beforeAll(async () => {
      second = await newSigningKey('second');
    });
    beforeEach(async () => {
      provider = await startOidcServer('http://127.0.0.1/session/oidc/callback');
      tokens = new AccessTokens({ issuer: new URL(provider.url), audience: AUDIENCE }, 0);
    });
    afterEach(() => provider.stop());

    const readAt = async (key: SigningKey, at: number): Promise<string> => {
      const token = await new SignJWT({ sub: 'x', iss: provider.url, aud: AUDIENCE, exp: at + 300 })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .sign(key.privateKey);
      return tokens.read(token, new Date(at * 1_000)).then(
        ({ subject }) => subject,
        (error: unknown) => String((error as { code?: string }).code),
      );
    };
    const move = (): void => {
      provider.keysPath = '/keys';
      provider.published = [second.publicJwk];
    };

    it('are taken again within the hour, of which it is asked once', async () => {
      expect(await readAt(provider.key, NOW)).toBe('x');
      move();
      expect(await readAt(second, NOW + HOUR - 1)).not.toBe('x');
      const all = await Promise.all(Array.from({ length: 20 }, () => readAt(second, NOW + HOUR + 1)));
      expect(all).toEqual(Array(20).fill('x'));
      expect(await readAt(provider.key, NOW + HOUR + 2)).toBe('UNAUTHENTICATED');
      expect(provider.discoveries).toBe(2);
    });

    it('hold by what it said last while it is away, and it is asked again in a minute', async () => {
      expect(await readAt(provider.key, NOW)).toBe('x');
      provider.isDown = true;
      expect(await readAt(provider.key, NOW + HOUR + 1)).toBe('x');
      move();
      provider.isDown = false;
      expect(await readAt(provider.key, NOW + HOUR + MINUTE - 1)).toBe('x');
      expect(await readAt(second, NOW + HOUR + MINUTE + 2)).toBe('x');
    });

    it('hold though the clock is put back a day, and what is said is asked again all the same', async () => {
      expect(await readAt(provider.key, NOW)).toBe('x');
      move();
      expect(await readAt(second, NOW - 24 * HOUR)).toBe('x');
    });

    it('by keys that stay where they are have them read no more often than before', async () => {
      expect(await readAt(provider.key, NOW)).toBe('x');
      expect(await readAt(provider.key, NOW + 2 * HOUR)).toBe('x');
      expect([provider.discoveries, provider.keysAsked]).toEqual([2, 1]);
    });
  });

  it('cannot be judged while the provider cannot be asked, and this is said', async () => {
    const provider = await startOidcServer('http://127.0.0.1/session/oidc/callback');
    const server = await startTestServer(undefined, {
      accessTokens: { issuer: new URL(provider.url), audience: AUDIENCE },
    });
    const token = await signedBy(provider, provider.key);
    await provider.stop();
    const { status, errors } = await server.as(token).answer('{ __typename }');
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect((await server.admin.answer('{ __typename }')).status).toBe(200);
    await server.stop();
  });

  it('are no tokens at all where no audience is stated', async () => {
    const server = await startTestServer();
    expect((await server.as('a.b.c').answer('{ __typename }')).status).toBe(401);
    await server.stop();
  });
});
