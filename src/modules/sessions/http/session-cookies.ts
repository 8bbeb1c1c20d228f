import { Injectable } from '@nestjs/common';
import { LONGEST_SESSION_SECONDS } from '../../../domain/access/session-term.js';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { cookieIn, cookieText } from '../../../platform/http/cookies.js';
import type { OidcChecks } from '../../../platform/oidc/oidc-client.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { SealBroken, Vault } from '../../../platform/vault.js';
import { SESSION_COOKIE } from '../session-secret.js';

/** A sign-in with an OpenID provider that is under way. */
export interface OidcSignIn extends OidcChecks {
  /** A path on this server. */
  readonly returnTo: string;
}

const SIGN_IN_COOKIE = 'tollgate_sign_in';
/** The only addresses that need it. */
const SIGN_IN_PATH = '/session/oidc';
const SIGN_IN_SECONDS = 600;

/** The cookies of the board: that of a session, and for ten minutes that of a sign-in under way. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly publicUrl: PublicUrl,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  session(secret: string): string {
    return this.cookie(SESSION_COOKIE, secret, '/', LONGEST_SESSION_SECONDS);
  }

  noSession(): string {
    return this.cookie(SESSION_COOKIE, '', '/', 0);
  }

  /** Sealed, for it holds what only this server is to know until the provider answers. */
  signIn(signIn: OidcSignIn): string {
    const until = instantOf(millisecondsOf(this.clock.now()) + SIGN_IN_SECONDS * 1_000);
    const sealed = this.vault.seal(JSON.stringify({ ...signIn, until }), SIGN_IN_COOKIE).toString('base64url');
    return this.cookie(SIGN_IN_COOKIE, sealed, SIGN_IN_PATH, SIGN_IN_SECONDS);
  }

  noSignIn(): string {
    return this.cookie(SIGN_IN_COOKIE, '', SIGN_IN_PATH, 0);
  }

  /** The sign-in that a browser began; null where it began none, or more than ten minutes ago. */
  signInIn(header: string | undefined): OidcSignIn | null {
    const sealed = cookieIn(header, SIGN_IN_COOKIE);
    if (sealed === null) {
      return null;
    }
    try {
      const text = this.vault.open(Buffer.from(sealed, 'base64url'), SIGN_IN_COOKIE);
      const { until, ...signIn } = JSON.parse(text) as OidcSignIn & { readonly until: Instant };
      return this.clock.now() < until ? signIn : null;
    } catch (error) {
      if (error instanceof SealBroken) {
        return null;
      }
      throw error;
    }
  }

  private cookie(name: string, value: string, path: string, maxAgeSeconds: number): string {
    return cookieText(name, value, { path, maxAgeSeconds, isSecure: this.publicUrl.isSecure });
  }
}
