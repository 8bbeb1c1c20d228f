import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after the first, second, ... attempt that failed; after the last there is none any more. */
export const WAITS: readonly number[] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

/** At most this much longer, so that not all messages of an endpoint that was away come at once. */
const JITTER = 0.1;
/** A receiver may ask for more patience than the schedule has, up to this. */
const LONGEST_WAIT = 24 * HOUR;

/** What an attempt came to; `GONE` is the answer 410, by which a receiver says that it never wants anything again. */
export type AttemptOutcome = 'DELIVERED' | 'GONE' | 'FAILED';

/** A message is delivered by an answer from 200 to 299, and by no other. Null: there was no answer. */
export const outcomeOf = (status: number | null): AttemptOutcome => {
  if (status !== null && status >= 200 && status < 300) {
    return 'DELIVERED';
  }
  return status === 410 ? 'GONE' : 'FAILED';
};

/** When to try again after so many attempts that failed, the latest at `now`; null: it is given up. `chance` is from 0 to 1. */
export const nextAttempt = (
  failures: number,
  now: Instant,
  { retryAfterMs, chance }: { readonly retryAfterMs: number | null; readonly chance: number },
): Instant | null => {
  const wait = WAITS[failures - 1];
  if (wait === undefined) {
    return null;
  }
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_WAIT);
  return instantOf(millisecondsOf(now) + Math.round(Math.max(wait, asked) * (1 + JITTER * chance)));
};

/** Reads a `Retry-After` header, in seconds or as a date of HTTP; in milliseconds from `now`, null where it says nothing. */
export const readRetryAfter = (header: string | undefined, now: Instant): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * SECOND;
  }
  const until = Date.parse(text);
  return /^[A-Z][a-z]{2},/.test(text) && !Number.isNaN(until) ? Math.max(0, until - millisecondsOf(now)) : null;
};
