import { isLoopbackHost } from '../http/client-address.js';

/** An OpenID provider that people sign in with, and what it knows us as. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client, which has PKCE alone. */
  readonly clientSecret: string | null;
  /** What people call it: the button says "Sign in with" it. */
  readonly label: string;
  /** Separated by spaces; openid is among them. */
  readonly scopes: string;
}

/** Whose access tokens are taken beside API tokens, and what they must be issued for. */
export interface AccessTokenSettings {
  readonly issuer: URL;
  readonly audience: string;
}

/**
 * Reads OIDC_AUDIENCE: what the access tokens of the provider are issued for. It is not the client's id, for which ID tokens are issued: those
 * say who somebody is, and are no leave to do anything. Null where it is not stated.
 */
export const readAccessTokens = (
  given: Readonly<Record<string, string | undefined>>,
  oidc: OidcSettings | null,
  problems: string[],
): AccessTokenSettings | null => {
  const audience = given['OIDC_AUDIENCE']?.trim() || null;
  if (audience === null) {
    return null;
  }
  if (oidc === null) {
    problems.push('OIDC_AUDIENCE is of no use without OIDC_ISSUER and OIDC_CLIENT_ID.');
    return null;
  }
  if (audience === oidc.clientId) {
    problems.push(
      'OIDC_AUDIENCE must differ from OIDC_CLIENT_ID, which is the audience of ID tokens: register an API of its own.',
    );
    return null;
  }
  return { issuer: oidc.issuer, audience };
};

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL', 'OIDC_SCOPES'] as const;
type Name = (typeof NAMES)[number];
const SCOPES = 'openid email profile';
const LONGEST_LABEL = 60;

/**
 * Reads OIDC_ISSUER (https; http on this machine only), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL (at most 60 characters)
 * and OIDC_SCOPES (with openid). Null where none is stated. Adds what cannot be used to `problems`, and never a secret.
 */
export const readOidc = (
  given: Readonly<Record<string, string | undefined>>,
  problems: string[],
): OidcSettings | null => {
  const stated = Object.fromEntries(NAMES.map((name) => [name, given[name]?.trim() || null])) as Record<
    Name,
    string | null
  >;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = stated;
  if (issuer === null) {
    const idle = NAMES.filter((name) => stated[name] !== null);
    problems.push(...idle.map((name) => `${name} is of no use without OIDC_ISSUER.`));
    return null;
  }
  const before = problems.length;
  const url = issuerIn(issuer);
  if (url === null) {
    problems.push(
      'OIDC_ISSUER must look like https://id.example.org, without a user, a query or a fragment; http is for this machine only.',
    );
  }
  if (clientId === null) {
    problems.push('OIDC_CLIENT_ID must be stated with OIDC_ISSUER: what the provider knows Tollgate as.');
  }
  const label = stated.OIDC_LABEL ?? url?.hostname ?? '';
  if (stated.OIDC_LABEL !== null && label.length > LONGEST_LABEL) {
    problems.push(`OIDC_LABEL must have at most ${LONGEST_LABEL} characters, and has ${label.length}.`);
  }
  const scopes = stated.OIDC_SCOPES ?? SCOPES;
  if (!scopes.split(' ').includes('openid')) {
    problems.push(`OIDC_SCOPES must have openid among them, as in "${SCOPES}", and was "${scopes}".`);
  }
  return url === null || clientId === null || problems.length > before
    ? null
    : { issuer: url, clientId, clientSecret, label, scopes };
};

const issuerIn = (text: string): URL | null => {
  if (!URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.host));
  return isSafe && [url.username, url.password, url.search, url.hash].every((part) => part === '') ? url : null;
};
