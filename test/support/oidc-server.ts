import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { OidcSettings } from '../../src/platform/config/oidc-settings.js';

export const SECRET = 'the-secret-of-the-client-in-this-test-run';

export interface Account {
  readonly email?: string;
  readonly email_verified?: unknown;
}

/** A real OpenID provider on a port of its own, at which whoever `person` names signs in without being asked for anything. */
export interface OidcServer {
  readonly url: string;
  readonly settings: OidcSettings;
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
  const provider = new Provider(url, {
    clients: [
      { ...client, client_id: 'tollgate', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      { ...client, client_id: 'public', token_endpoint_auth_method: 'none', application_type: 'native' },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
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
    accounts,
    person: null,
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  const answered = provider.callback() as (request: IncomingMessage, response: ServerResponse) => void;
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) {
      void interact(provider, server.person, request, response);
    } else {
      answered(request, response);
    }
  });
  return server;
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
