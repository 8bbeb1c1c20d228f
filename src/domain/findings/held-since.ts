import type { Instant } from '../basics/instant.js';

type Holds = (then: Instant) => boolean;

/**
 * Since when something that holds at `at` has held without a break: from the change that is told to `at` it holds at every one.
 * `changes` are all instants at which it may have begun or ended to hold, in any order; those after `at` are left out. `at`
 * itself where nothing ever changed.
 */
export const unbrokenSince = (changes: readonly Instant[], at: Instant, holds: Holds): Instant => {
  const newestFirst = [...new Set(changes)]
    .filter((change) => change <= at)
    .toSorted()
    .toReversed();
  const breakAt = newestFirst.findIndex((then) => !holds(then));
  return (breakAt === -1 ? newestFirst : newestFirst.slice(0, breakAt)).at(-1) ?? at;
};

/** The same of what may not hold at `at`: null then. */
export const heldSince = (changes: readonly Instant[], at: Instant, holds: Holds): Instant | null =>
  holds(at) ? unbrokenSince(changes, at, holds) : null;
