import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type SignJWT } from 'jose';
import Provider from 'oidc-provider';
import type { OidcSettings } from '../../src/platform/config/oidc-settings.js';

export const SECRET = 'the-secret-of-the-client-in-this-test-run';

/** What the provider's access tokens are issued for. */
export const AUDIENCE = 'https://tollgate.example.org/api';
const DISCOVERY = '/.well-known/openid-configuration';
/** A client that comes as itself, with its own secret. */
export const MACHINE = 'a-nightly-job';

/** A pair of keys, of which the provider publishes the public one. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: Parameters<SignJWT['sign']>[0];
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

export const newSigningKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
  };
};

export interface Account {
  readonly email?: string;
  readonly email_verified?: unknown;
}

/** A real OpenID provider on a port of its own, at which whoever `person` names signs in without being asked for anything. */
export interface OidcServer {
  readonly url: string;
  readonly settings: OidcSettings;
  /** What it signs with. */
  readonly key: SigningKey;
  /** The keys it publishes. */
  published: JWK[];
  /** Where it publishes them; at `/jwks` unless it has moved. */
  keysPath: string;
  /** How often it was asked for them. */
  keysAsked: number;
  /** How often it was asked what it is. */
  discoveries: number;
  /** It answers nobody. */
  isDown: boolean;
  /** An access token of the client that comes as itself. */
  machineToken(): Promise<string>;
  /** By subject. */
  readonly accounts: Map<string, Account>;
  /** Who sits in front of the browser; null: somebody who says no. */
  person: string | null;
  stop(): Promise<void>;
}

export const startOidcServer = async (redirectUri: string): Promise<OidcServer> => {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const client = {
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
  const key = await newSigningKey('first');
  const provider = new Provider(url, {
    jwks: { keys: [key.privateJwk] },
    clients: [
      {
        client_id: MACHINE,
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
      { ...client, client_id: 'tollgate', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      { ...client, client_id: 'public', token_endpoint_auth_method: 'none', application_type: 'native' },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_: unknown, client: { clientId: string }) =>
          client.clientId === MACHINE ? AUDIENCE : undefined,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['only for tests'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts.get(sub) }),
    }),
  });
  const server: OidcServer = {
    url,
    settings: {
      issuer: new URL(url),
      clientId: 'tollgate',
      clientSecret: SECRET,
      label: 'Example Inc.',
      scopes: 'openid email profile',
    },
    key,
    published: [key.publicJwk],
    keysPath: '/jwks',
    keysAsked: 0,
    discoveries: 0,
    isDown: false,
    machineToken: async () => {
      const response = await fetch(`${url}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${MACHINE}:${SECRET}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    accounts,
    person: null,
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  const answered = provider.callback() as (request: IncomingMessage, response: ServerResponse) => void;
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (server.isDown) {
      request.socket.destroy();
    } else if (request.url === DISCOVERY) {
      server.discoveries += 1;
      void movedTo(`${url}${server.keysPath}`, `${url}${DISCOVERY}?as-it-is`, response);
    } else if (request.url === '/jwks' && server.keysPath !== '/jwks') {
      response.writeHead(404).end();
    } else if (request.url === server.keysPath) {
      server.keysAsked += 1;
      response.setHeader('content-type', 'application/jwk-set+json').end(JSON.stringify({ keys: server.published }));
    } else if (request.url?.startsWith('/interaction/')) {
      void interact(provider, server.person, request, response);
    } else {
      answered(request, response);
    }
  });
  return server;
};

/** What the provider says of itself, with its keys elsewhere. */
const movedTo = async (jwksUri: string, asItIs: string, response: ServerResponse): Promise<void> => {
  const said = (await (await fetch(asItIs)).json()) as object;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...said, jwks_uri: jwksUri }));
};

const interact = async (
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  provider: any,
  person: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (person === null) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  } else if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: person } });
  } else {
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const grantId: string = await grant.save();
    await provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
  }
};
