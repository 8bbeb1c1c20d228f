import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';

/** What a session was made from: an API token, the word of an OpenID provider, or the choice of a sample person. */
export type SignInMethod = 'TOKEN' | 'OIDC' | 'SAMPLE';

const HOUR = 3_600_000;
const LONGEST_MS = 12 * HOUR;
const IDLE_MS = 2 * HOUR;
const NOTED_EVERY_MS = 60_000;

/** For how long a session lasts at most, in seconds. */
export const LONGEST_SESSION_SECONDS = LONGEST_MS / 1_000;

/** A session ends 12 hours after it began, whatever is done in it. */
export const endOfSession = (begunAt: Instant): Instant => instantOf(millisecondsOf(begunAt) + LONGEST_MS);

/** A session that was not used for two hours has ended: all that were seen last at this instant or before. */
export const idleSince = (now: Instant): Instant => instantOf(millisecondsOf(now) - IDLE_MS);

/** That a session is used is noted at most once a minute. */
export const isDueToBeNoted = (seenAt: Instant, now: Instant): boolean =>
  millisecondsOf(now) - millisecondsOf(seenAt) >= NOTED_EVERY_MS;
