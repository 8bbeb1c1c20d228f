import { addDays, dateAt, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import { instantOf, type Instant } from '../basics/instant.js';
import { daysInStage, type VisitHistory } from './time-in-stage.js';

/** What is recorded of an initiative, to its last event; nothing of it lies ahead. */
export type RecordedHistory = Omit<VisitHistory, 'at'>;

/**
 * The days in a stage without the history they come from. While an initiative stands in the stage and moves they are the
 * days since a date, which lies later than the entry where time on hold or a detour is left out. Else they are a number
 * that no longer changes.
 */
export type StageClock = { readonly since: CalendarDate } | { readonly days: number };

/**
 * The clock of a stage as it goes from the last event on: read on any later day it tells what `daysInStage` counts over the
 * whole history, until something else happens.
 */
export const stageClockOf = ({ stageKey, ...history }: RecordedHistory & { readonly stageKey: string }): StageClock => {
  const days = settledDays(history, stageKey);
  const runs = standsIn(history, stageKey) && (history.statusChanges.at(-1)?.status ?? 'ACTIVE') === 'ACTIVE';
  return runs ? { since: addDays(dateAt(settledAt(history), history.timeZone), -days) } : { days };
};

/**
 * The visits that count for the stage an initiative stands in: those under the template version of the visit that lasts. One
 * that stayed behind on an older version when the initiative moved to a newer one counts for no stage of that.
 */
export const underOwnVersion = <Visit extends { readonly leftAt: Instant | null; readonly templateId?: string }>(
  visits: readonly Visit[],
): readonly Visit[] => {
  const lasting = visits.find(({ leftAt }) => leftAt === null);
  return lasting ? visits.filter(({ templateId }) => templateId === lasting.templateId) : visits;
};

/** What a clock shows on a day of the portfolio: whole days, 0 or more. */
export const daysOn = (clock: StageClock, today: CalendarDate): number =>
  'since' in clock ? Math.max(daysBetween(clock.since, today), 0) : clock.days;

/** How long an initiative was in a stage that it has left. */
export interface StageTotal {
  readonly stageKey: string;
  readonly days: number;
}

/**
 * The finished sums of days, one for each stage that was left and is not stood in now, in the order of the first visits.
 * An initiative that was killed where it stands has not left.
 */
export const stageTotalsOf = (history: RecordedHistory): readonly StageTotal[] =>
  [...new Set(history.visits.map((visit) => visit.stageKey))]
    .filter((stageKey) => !standsIn(history, stageKey))
    .map((stageKey) => ({ stageKey, days: settledDays(history, stageKey) }));

const standsIn = ({ visits }: RecordedHistory, stageKey: string): boolean =>
  visits.some((visit) => visit.stageKey === stageKey && visit.leftAt === null);

const settledDays = (history: RecordedHistory, stageKey: string): number =>
  daysInStage({ ...history, stageKey, at: settledAt(history) });

/** An instant after which nothing is recorded: that of the last event, or a later one. */
const settledAt = ({ visits, statusChanges }: RecordedHistory): Instant =>
  [
    ...visits.map(({ enteredAt, leftAt }) => leftAt ?? enteredAt),
    ...statusChanges.map(({ changedAt }) => changedAt),
  ].reduce((last, each) => (each > last ? each : last), instantOf(0));
