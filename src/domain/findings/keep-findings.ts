import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { FINDING_LEVELS, type Finding, type FindingLevel } from './finding.js';
import { asNoticed } from './rules/signal-breached.js';
import { toldOn } from './told-on.js';

/** A version of a finding as it is kept. */
export interface KeptFinding extends Finding {
  /** Of this version. */
  readonly id: string;
  /** The same over all versions, from being raised until being cleared. */
  readonly findingId: string;
  readonly raisedAt: Instant;
  readonly recordedAt: Instant;
}

/** What has to be written so that what is kept is what was found. */
export interface FindingPlan {
  /** Found for the first time, or again after it had cleared. */
  readonly raised: readonly KeptFinding[];
  /** Found as before, and something else is said of it. */
  readonly restated: readonly KeptFinding[];
  /** Versions whose place a newer one takes. */
  readonly superseded: readonly KeptFinding[];
  /** Not found any more. */
  readonly cleared: readonly KeptFinding[];
}

/** What a finding is known by within its initiative or portfolio. */
const keyOf = ({ code, subject }: Pick<Finding, 'code' | 'subject'>): string => `${code} ${subject}`;

/** The same text for the same JSON, in whichever order its properties stand. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, sorted(each)]),
        )
      : value;

const wordingOf = ({ level, since, message, facts }: Finding): string =>
  JSON.stringify([level, since, message, sorted(facts)]);

/** Whether what is kept, told today, is what was found: that a day has passed, or that a reading came, is nothing new. */
const isSaid = (kept: KeptFinding, found: Finding, today: CalendarDate): boolean =>
  wordingOf(toldOn(kept, today)) === wordingOf(found.code === 'SIGNAL_BREACHED' ? asNoticed(found, kept) : found);

/** 0 for what is told first. */
export const rankOf = (level: FindingLevel): number => FINDING_LEVELS.length - 1 - FINDING_LEVELS.indexOf(level);

/**
 * What changes between the findings that stand and those that were found at an instant, which is on the day `today` of their
 * portfolio. What is found as it stands is left alone, also where it counts days and these have become more; what goes on, and was
 * not looked at to its beginning, goes on since when it was kept. What is found anew after it had cleared is raised again and gets
 * another id.
 */
export const planFindings = (
  standing: readonly KeptFinding[],
  found: readonly Finding[],
  { at, today }: { readonly at: Instant; readonly today: CalendarDate },
  newId: () => string,
): FindingPlan => {
  const before = new Map(standing.map((finding) => [keyOf(finding), finding]));
  const raised: KeptFinding[] = [];
  const restated: KeptFinding[] = [];
  const superseded: KeptFinding[] = [];
  for (const { mayBeOlder, ...each } of found) {
    const kept = before.get(keyOf(each));
    before.delete(keyOf(each));
    const finding = mayBeOlder && kept && kept.since < each.since ? { ...each, since: kept.since } : each;
    if (!kept) {
      const id = newId();
      raised.push({ ...finding, id, findingId: id, raisedAt: at, recordedAt: at });
    } else if (!isSaid(kept, finding, today)) {
      const { findingId, raisedAt, recordedAt } = kept;
      // A clock that was set back must not have the newer version begin before the older one.
      const now = recordedAt > at ? recordedAt : at;
      restated.push({ ...finding, id: newId(), findingId, raisedAt, recordedAt: now });
      superseded.push(kept);
    }
  }
  return { raised, restated, superseded, cleared: [...before.values()] };
};
