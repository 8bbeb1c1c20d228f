import type { Decimal } from '../basics/decimal.js';
import { millisecondsOf, type Instant } from '../basics/instant.js';
import type { NewReading } from './plan-readings.js';

/** Readings of a signal that were pulled and that the audit trail has not told of yet: how many, of which time, and the last value. */
export interface UntoldReadings {
  readonly readings: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly last: Decimal;
}

/** Milliseconds for which pulled readings of one level go untold at most, as long as the source is asked. */
const TOLD_EVERY_MS = 3_600_000;

type Pulled = Pick<NewReading, 'at' | 'value' | 'heardAt' | 'levelSince'>;

/** What is untold once one more was recorded. */
export const withReading = (before: UntoldReadings | null, { at, value }: Pulled): UntoldReadings => ({
  readings: (before?.readings ?? 0) + 1,
  from: before?.from ?? at,
  to: at,
  last: value,
});

/**
 * Whether the audit trail is to be told of what was pulled: at once of the first reading and of one with which a signal comes
 * to another level, or is heard of again after silence; else once an hour. A pull that brought nothing new gives no reason of
 * its own.
 */
export const isToBeTold = (reading: Pulled | null, toldAt: Instant | null, now: Instant): boolean =>
  toldAt === null ||
  (reading !== null && reading.levelSince === reading.heardAt) ||
  millisecondsOf(now) - millisecondsOf(toldAt) >= TOLD_EVERY_MS;
