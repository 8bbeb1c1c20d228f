const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long is waited after each failure, in milliseconds. */
const WAITS: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  6 * HOUR,
] as const;

/** How often a delivery that failed is tried again before it is FAILED: 8 times, over some 19 hours. */
export const MOST_RETRIES = WAITS.length;

/** Up to a tenth is added, so that what failed together is not tried together. */
const JITTER = 0.1;

/**
 * How many milliseconds to wait after so many failures, 1 for the first; null when it is not tried again. `chance`, from 0
 * to 1, spreads the waits: 0 waits the shortest, 1 a tenth longer.
 */
export const retryWait = (failures: number, chance: number): number | null => {
  const wait = WAITS[failures - 1];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * chance));
};
