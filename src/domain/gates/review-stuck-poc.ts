import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { QUIET_DAYS, type AgingLevel, type AgingMeasure } from '../pipeline/aging.js';

const DUE_IN_DAYS = 14;

/** An initiative that is STUCK or ZOMBIE in a stage of category POC, and what was asked of its gatekeepers so far. */
export interface StuckScene {
  /** When it entered the stage, or came back to it, the last time. */
  readonly enteredAt: Instant;
  /** When the system asked for a review of it the last time; null where it never did. */
  readonly lastAskedAt: Instant | null;
}

/**
 * The system asks once a visit: after that review was cancelled, or decided without a move, people know, and it asks again
 * only when the initiative has left the stage and come back.
 */
export const isToBeAsked = ({ enteredAt, lastAskedAt }: StuckScene): boolean =>
  lastAskedAt === null || lastAskedAt < enteredAt;

/** A review that the system asks for is due in 14 days. */
export const stuckReviewDueOn = (today: CalendarDate): CalendarDate => addDays(today, DUE_IN_DAYS);

export interface StuckFacts extends AgingMeasure {
  readonly stageName: string;
  readonly level: AgingLevel;
  readonly days: number;
  readonly exits: number;
}

/** Why the system asks, for the gatekeepers: the days, what others needed, and the time box. */
export const noteOnStuckPoc = ({ stageName, level, days, exits, thresholds, timeBoxDays }: StuckFacts): string =>
  [
    `The system asks for this review, for the initiative is ${level}: ${days} days in ${stageName}.`,
    thresholds === null
      ? `Only ${exits} ${exits === 1 ? 'initiative has' : 'initiatives have'} left the stage before, too few to compare with.`
      : `Of the ${exits} initiatives that left the stage before, 85 % needed ${thresholds.p85} days or less.`,
    timeBoxDays === null ? 'The stage has no time box.' : `The time box of the stage is ${timeBoxDays} days.`,
    ...(level === 'ZOMBIE' ? [`There was no evidence, effort, measurement or update for ${QUIET_DAYS} days.`] : []),
  ].join(' ');
