import { dateAt, daysBetween } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';

/** A stay in a stage, a half-open interval; one that is not left yet lasts until the instant that is asked for. */
interface Visit {
  readonly stageKey: string;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

/** From `changedAt` on the initiative has this status, until the next change. */
interface StatusChange {
  readonly status: InitiativeStatus;
  readonly changedAt: Instant;
}

export interface VisitHistory {
  /** In any order; visits of one initiative do not overlap. */
  readonly visits: readonly Visit[];
  /** Oldest first; before the first one the initiative counts as ACTIVE. */
  readonly statusChanges: readonly StatusChange[];
  /** What happened later is left out. */
  readonly at: Instant;
  /** The zone whose midnights are counted: that of the portfolio. */
  readonly timeZone: string;
}

/**
 * How long an initiative has stood in a stage: all visits to it together, without the time on hold and without what comes
 * after it was killed or retired. A detour to another stage does not begin the count anew.
 *
 * Whole days, 0 or more. A day is a midnight of the portfolio's calendar that was passed: entered on Monday evening makes 1
 * on Tuesday morning. So the days of two intervals that touch add up to those of the whole, whatever the clocks do in spring and
 * autumn, and anybody can check the number against a calendar.
 */
export const daysInStage = ({ stageKey, ...history }: VisitHistory & { readonly stageKey: string }): number => {
  const inStage = { ...history, visits: history.visits.filter((visit) => visit.stageKey === stageKey) };
  const standing = inStage.visits.reduce((days, visit) => days + midnights(spanOf(visit, inStage), inStage), 0);
  return standing - daysNotMoving(inStage, (status) => status !== 'ACTIVE');
};

/**
 * How many days of these visits an initiative was ON_HOLD; give one visit for that of the visit alone. Whole days as of
 * `daysInStage`, to which they add up with it: each midnight counts once, either here or there.
 */
export const daysOnHold = (history: VisitHistory): number => daysNotMoving(history, (status) => status === 'ON_HOLD');

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const daysNotMoving = (history: VisitHistory, counts: (status: InitiativeStatus) => boolean): number => {
  const { visits, statusChanges, at } = history;
  const stops = statusChanges
    .map(({ status, changedAt }, index) => ({ status, from: changedAt, to: statusChanges[index + 1]?.changedAt ?? at }))
    .filter(({ status }) => counts(status));
  return visits
    .map((visit) => spanOf(visit, history))
    .flatMap((visit) => stops.map((stop) => ({ from: later(visit.from, stop.from), to: earlier(visit.to, stop.to) })))
    .reduce((days, span) => days + midnights(span, history), 0);
};

const spanOf = ({ enteredAt, leftAt }: Visit, { at }: VisitHistory): Span => ({
  from: enteredAt,
  to: earlier(leftAt ?? at, at),
});

const midnights = ({ from, to }: Span, { timeZone }: VisitHistory): number =>
  from < to ? daysBetween(dateAt(from, timeZone), dateAt(to, timeZone)) : 0;

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
