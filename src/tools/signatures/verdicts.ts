import type { Authentication } from '../tool-adapter.js';

export const AUTHENTIC: Authentication = { ok: true };

/** `what` is the header or field that was looked for. */
export const missing = (what: string): Authentication => ({
  ok: false,
  why: 'MISSING',
  message: `The delivery has no ${what}.`,
});

export const wrong = (what: string): Authentication => ({
  ok: false,
  why: 'WRONG',
  message: `The ${what} is not that of this connection.`,
});

/** `window` says how far from now is taken: `5 minutes`. */
export const stale = (what: string, window: string): Authentication => ({
  ok: false,
  why: 'STALE',
  message: `The ${what} is more than ${window} from now.`,
});
