import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { AccessTokenSettings } from '../config/oidc-settings.js';
import { fault } from '../faults.js';
import { Believed } from './believed.js';

/** Signatures by a key that only the provider has; never those by a shared secret, and never none. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const TIMEOUT_MS = 5_000;
/** Before this time has passed since the last, an unknown key asks the provider for no new ones. */
const COOLDOWN_MS = 30_000;
const KEYS_BELIEVED_MS = 600_000;
const LEEWAY_SECONDS = 30;
const LONGEST_SUBJECT = 1_000;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Whom an access token of the provider is for. */
export interface AccessTokenHolder {
  readonly issuer: string;
  readonly subject: string;
  /** In seconds since 1970, with what is allowed between clocks. */
  readonly goodUntil: number;
}

interface Provider {
  readonly issuer: string;
  /** Where its keys are. */
  readonly address: string;
  readonly keys: JWTVerifyGetKey;
}

const refused = (why: string): Error => fault('UNAUTHENTICATED', `The access token is not accepted: ${why}`);

/** Reads the access tokens (JWT, RFC 9068) that an OpenID provider issues for us. */
export class AccessTokens {
  private readonly provider = new Believed<Provider>((before) => this.discover(before));

  /** Null: none are taken. */
  constructor(
    private readonly settings: AccessTokenSettings | null,
    private readonly cooldownMs = COOLDOWN_MS,
  ) {}

  /** Whether a text has the form of one, and such are taken at all. */
  canBe(token: string): boolean {
    return this.settings !== null && JWT.test(token);
  }

  /**
   * Whom a token is for, if it was signed by a key of the provider, issued by it for our audience, and has neither expired nor is to hold
   * only later, 30 seconds of difference between the clocks allowed: else UNAUTHENTICATED. SERVICE_UNAVAILABLE where the provider cannot
   * be asked for its keys.
   */
  async read(token: string, now: Date): Promise<AccessTokenHolder> {
    const { issuer, keys } = await this.provider.at(now.getTime());
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: this.settings?.audience ?? [],
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: now,
      });
      const { sub = '', exp = 0 } = payload;
      if (sub === '' || sub.length > LONGEST_SUBJECT) {
        throw refused('its subject cannot be read.');
      }
      return { issuer, subject: sub, goodUntil: exp + LEEWAY_SECONDS };
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async discover(before: Provider | null): Promise<Provider> {
    const { settings } = this;
    if (settings === null) {
      throw refused('none are taken here.');
    }
    try {
      const { issuer, audience } = settings;
      const found = await oidc.discovery(issuer, audience, undefined, oidc.None(), {
        timeout: TIMEOUT_MS / 1_000,
        // On this machine only, as the settings were read.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      });
      const { issuer: name, jwks_uri: address } = found.serverMetadata();
      if (address === undefined) {
        throw new Error('The provider names no keys.');
      }
      if (before?.address === address) {
        return { ...before, issuer: name };
      }
      const keys = createRemoteJWKSet(new URL(address), {
        timeoutDuration: TIMEOUT_MS,
        cooldownDuration: this.cooldownMs,
        cacheMaxAge: KEYS_BELIEVED_MS,
      });
      return { issuer: name, address, keys };
    } catch {
      throw away();
    }
  }
}

const away = (): Error =>
  fault('SERVICE_UNAVAILABLE', 'The OpenID provider cannot be asked for its keys just now. Try again in a moment.');

const failureOf = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) {
    return refused('it has expired. Get a new one from the provider.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refused(`its claim "${error.claim}" is not what it must be.`);
  }
  if (error instanceof errors.JWKSTimeout || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')) {
    return away();
  }
  if (error instanceof errors.JOSEError) {
    return refused('its signature is not by a key of the provider, or it is malformed.');
  }
  return error instanceof TypeError ? away() : error;
};
