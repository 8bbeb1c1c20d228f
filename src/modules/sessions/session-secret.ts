import { randomBytes } from 'node:crypto';
import { cookieIn } from '../../platform/http/cookies.js';
import { sha256Of } from '../../platform/sha256.js';

/** What the cookie of a session is called. */
export const SESSION_COOKIE = 'tollgate_session';

const BYTES = 32;
const FORM = /^[\w-]{43}$/;

/** A new secret of a session: 256 random bits, as 43 characters. It stands in the cookie, and nowhere else. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What of a secret is kept: its SHA-256, hex. */
export const hashOfSecret = (secret: string): string => sha256Of(secret);

/** The secret in a header Cookie; null where there is none, or what cannot be one. */
export const secretIn = (cookie: string | undefined): string | null => {
  const value = cookieIn(cookie, SESSION_COOKIE);
  return value !== null && FORM.test(value) ? value : null;
};
