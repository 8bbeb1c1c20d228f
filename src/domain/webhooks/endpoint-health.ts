import { millisecondsOf, type Instant } from '../basics/instant.js';

const DAY_MS = 86_400_000;
const PATIENCE_DAYS = 5;
const LEVELS = [90, 70, 50] as const;

/** Why an endpoint was disabled. */
export const DISABLED_REASONS = ['BY_HAND', 'GONE', 'FAILING'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Where an endpoint stands: what is told of it where somebody should look. */
export interface EndpointStanding {
  readonly disabledReason: DisabledReason | null;
  /** Since the first of attempts that all failed; null after one that did not. */
  readonly failingSince: Instant | null;
}

/** Whether an endpoint has only failed for five days, and is to be disabled. */
export const isLost = (failingSince: Instant, now: Instant): boolean => spentPercent(failingSince, now) >= 100;

const spentPercent = (failingSince: Instant, now: Instant): number =>
  Math.floor(((millisecondsOf(now) - millisecondsOf(failingSince)) * 100) / (PATIENCE_DAYS * DAY_MS));

/** How much of the five days is over, in steps: 50, 70 or 90 percent; null before, and where it does not fail. */
export const noticeLevel = ({ failingSince }: EndpointStanding, now: Instant): 50 | 70 | 90 | null =>
  failingSince === null ? null : (LEVELS.find((level) => spentPercent(failingSince, now) >= level) ?? null);

/** What an admin should know of an endpoint; null where all is well. */
export const noticeOf = (standing: EndpointStanding, now: Instant): string | null => {
  const { disabledReason, failingSince } = standing;
  if (disabledReason === 'GONE') {
    return 'It was disabled because the receiver answered 410 Gone: it wants nothing any more. Put in another address, or enable it again.';
  }
  if (disabledReason === 'FAILING') {
    return 'It was disabled after five days in which every attempt failed. Put the receiver right, enable the endpoint, and send again what was given up.';
  }
  const level = noticeLevel(standing, now);
  return level === null || disabledReason !== null
    ? null
    : `Every attempt has failed since ${String(failingSince)}: ${level} % of the five days are over after which it is disabled.`;
};
