import * as oidc from 'openid-client';
import { unstorable } from '../../domain/basics/text.js';
import type { OidcSettings } from '../config/oidc-settings.js';
import { Believed } from './believed.js';
import { OidcFailure, failureOf } from './oidc-failure.js';

const TIMEOUT_SECONDS = 5;
const LONGEST = 1_000;

/** What is remembered of a sign-in that has begun, in the browser it was begun in. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
}

/** Who somebody is, by the word of the provider. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says that the address is this person's. */
  readonly isEmailVerified: boolean;
}

/** Lets people sign in with an OpenID provider: the code flow with PKCE, state and nonce. The provider is asked when it is needed first. */
export class OidcClient {
  private readonly provider = new Believed(() => this.discover());

  constructor(private readonly settings: OidcSettings) {}

  /** What people call the provider. */
  get label(): string {
    return this.settings.label;
  }

  /** Where the browser goes, and what to hold against the answer. OidcFailure (UNAVAILABLE) where the provider cannot be asked. */
  async begin(redirectUri: string): Promise<OidcChecks & { readonly url: string }> {
    const provider = await this.provider.at(performance.now());
    const checks = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: this.settings.scopes,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { ...checks, url: url.href };
  }

  /** Who came back; `answer` is the redirect URI with all that the provider added to it. OidcFailure where that is not to be believed. */
  async finish(answer: URL, { state, nonce, verifier }: OidcChecks): Promise<OidcPerson> {
    const provider = await this.provider.at(performance.now());
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) {
        throw new OidcFailure('UNTRUSTED', 'There is no ID token in the answer.');
      }
      // Many providers tell of the address only when they are asked for it.
      const told =
        claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
          ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
          : claims;
      const email = readable(told['email']);
      const subject = readable(claims.sub);
      if (subject === null) {
        throw new OidcFailure('UNTRUSTED', 'The subject of the ID token cannot be kept.');
      }
      return { issuer: claims.iss, subject, email, isEmailVerified: told['email_verified'] === true };
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    try {
      return await oidc.discovery(issuer, clientId, undefined, authentication(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: [
          oidc.enableNonRepudiationChecks,
          // On this machine only, as the settings were read.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      });
    } catch (error) {
      throw new OidcFailure('UNAVAILABLE', 'The provider did not say what it is.', { cause: error });
    }
  }
}

/** In the body where the provider takes it there, for not all read a header in the same way; else in the header. */
const authentication = (secret: string | null): oidc.ClientAuth => {
  if (secret === null) {
    return oidc.None();
  }
  const [inBody, inHeader] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, client, body, headers) => {
    const isTakenInBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    (isTakenInBody ? inBody : inHeader)(server, client, body, headers);
  };
};

const readable = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST && unstorable(value) === null ? value : null;
