import type { Instant } from '../basics/instant.js';

/**
 * Since when something has held without a break, as of an instant: it holds then and at every change back to the one that is
 * told. `changes` are all instants at which it may have begun or ended to hold, in any order; those after `at` are left out.
 * Null where it does not hold; `at` itself where nothing ever changed.
 */
export const heldSince = (
  changes: readonly Instant[],
  at: Instant,
  holds: (then: Instant) => boolean,
): Instant | null => {
  if (!holds(at)) {
    return null;
  }
  const newestFirst = [...new Set(changes)]
    .filter((change) => change <= at)
    .toSorted()
    .toReversed();
  const breakAt = newestFirst.findIndex((then) => !holds(then));
  return (breakAt === -1 ? newestFirst : newestFirst.slice(0, breakAt)).at(-1) ?? at;
};
