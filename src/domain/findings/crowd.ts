import type { Instant } from '../basics/instant.js';

/** A half-open interval of time in which something was there; without an end it lasts. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** How many may be there from an instant on; null: any number. */
export interface Limit {
  readonly from: Instant;
  readonly most: number | null;
}

/** What is there at an instant. */
export const thereAt = <Each extends Span>(spans: readonly Each[], at: Instant): readonly Each[] =>
  spans.filter(({ from, until }) => from <= at && (until === null || until > at));

/**
 * Since when more than the limit have been there without a break, as of an instant; null where there are no more than that.
 * Limits come oldest first, and the first one counts for all time before it too.
 */
export const overSince = (spans: readonly Span[], limits: readonly Limit[], at: Instant): Instant | null => {
  const steps = spans
    .flatMap(({ from, until }) => [{ on: from, by: 1 }, ...(until === null ? [] : [{ on: until, by: -1 }])])
    .filter(({ on }) => on <= at);
  const changes = new Map<Instant, number>(limits.filter(({ from }) => from <= at).map(({ from }) => [from, 0]));
  for (const { on, by } of steps) {
    changes.set(on, (changes.get(on) ?? 0) + by);
  }
  let count = 0;
  let since: Instant | null = null;
  for (const [on, by] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    count += by;
    const most = (limits.findLast(({ from }) => from <= on) ?? limits[0])?.most ?? null;
    since = most !== null && count > most ? (since ?? on) : null;
  }
  return since;
};
