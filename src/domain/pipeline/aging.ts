import { addDays, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import { countIn, nearestRankIn, type DayCount } from '../basics/day-counts.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';

/** Rising: each level is reached after the one before it. */
export const AGING_LEVELS = ['FRESH', 'WATCH', 'AGING', 'STUCK', 'ZOMBIE'] as const;
export type AgingLevel = (typeof AGING_LEVELS)[number];

/** With fewer initiatives that left a stage, their days say nothing, and the time box alone decides. */
export const ENOUGH_EXITS = 10;

/** After so many days without activity, what is STUCK is a ZOMBIE. */
export const QUIET_DAYS = 30;

/** How long those took who left a stage: half of them no longer than p50, and so on. Days. */
export interface AgingThresholds {
  readonly p50: number;
  readonly p70: number;
  readonly p85: number;
}

/** The thresholds from the days of all initiatives that left the stage, by nearest rank; null for fewer than ten of them. */
export const agingThresholds = (exits: readonly DayCount[]): AgingThresholds | null => {
  const [p50, p70, p85] = [nearestRankIn(exits, 50), nearestRankIn(exits, 70), nearestRankIn(exits, 85)];
  return countIn(exits) < ENOUGH_EXITS || p50 === null || p70 === null || p85 === null ? null : { p50, p70, p85 };
};

/** By what the days in a stage are judged. */
export interface AgingMeasure {
  /** Null while too few have left the stage. */
  readonly thresholds: AgingThresholds | null;
  readonly timeBoxDays: number | null;
}

/** From how many days on each level is reached; null for one that is never reached. The highest level that is reached holds. */
export interface AgingScale {
  readonly watch: number | null;
  readonly aging: number | null;
  readonly stuck: number | null;
}

/**
 * Against at least ten exits: WATCH from p50 on, AGING from p70 on, STUCK past p85 and past the time box, whichever is
 * longer. Against fewer: AGING past 70 % of the time box, STUCK past the time box, and FRESH for ever without one.
 */
export const agingScaleOf = ({ thresholds, timeBoxDays }: AgingMeasure): AgingScale => {
  if (thresholds !== null) {
    const { p50, p70, p85 } = thresholds;
    return { watch: p50, aging: p70, stuck: Math.max(p85, timeBoxDays ?? p85) + 1 };
  }
  if (timeBoxDays === null) {
    return { watch: null, aging: null, stuck: null };
  }
  const tenths = timeBoxDays * 7;
  return { watch: null, aging: (tenths - (tenths % 10)) / 10 + 1, stuck: timeBoxDays + 1 };
};

/**
 * From how many days in a stage on it is told otherwise whether, or since when, one is stuck there, once the stage is measured by
 * `after` and no longer by `before`. Whole days; null where for nobody.
 */
export const rejudgedFrom = (before: AgingScale, after: AgingScale): number | null => {
  if (before.stuck === after.stuck) {
    return null;
  }
  return Math.min(before.stuck ?? Infinity, after.stuck ?? Infinity);
};

/** The ACTIVE initiatives of a stage of a template version that it is told otherwise of whether, or since when, they are stuck. */
export interface RejudgedStage {
  readonly templateId: string;
  readonly stageKey: string;
  /** They are those whose days count from this date or an earlier one. */
  readonly since: CalendarDate;
}

export interface AgingQuestion extends AgingMeasure {
  readonly days: number;
  readonly status: InitiativeStatus;
  /** The last day on which there was activity; null where there never was any. */
  readonly lastActivityOn: CalendarDate | null;
  readonly today: CalendarDate;
}

/**
 * How an initiative's days in its stage compare with those of others and with the time box. What is STUCK, is ACTIVE and
 * had no activity for 30 days is a ZOMBIE: it is not even waiting for anybody.
 */
export const agingLevelOf = ({ days, status, lastActivityOn, today, ...measure }: AgingQuestion): AgingLevel =>
  levelOnScale(agingScaleOf(measure), { days, status, isLively: !isQuiet(lastActivityOn, today) });

/** How long an initiative has been in its stage, and whether there was activity since `livelyFrom`. */
export interface Standing {
  readonly days: number;
  readonly status: InitiativeStatus;
  readonly isLively: boolean;
}

/** The level of `agingLevelOf` where the scale is known. */
export const levelOnScale = ({ watch, aging, stuck }: AgingScale, { days, status, isLively }: Standing): AgingLevel => {
  const reaches = (from: number | null): boolean => from !== null && days >= from;
  if (reaches(stuck)) {
    return status === 'ACTIVE' && !isLively ? 'ZOMBIE' : 'STUCK';
  }
  if (reaches(aging)) {
    return 'AGING';
  }
  return reaches(watch) ? 'WATCH' : 'FRESH';
};

const isQuiet = (lastActivityOn: CalendarDate | null, today: CalendarDate): boolean =>
  lastActivityOn === null || daysBetween(lastActivityOn, today) >= QUIET_DAYS;

/** The first day of which activity still counts today: none from then on is quiet. */
export const livelyFrom = (today: CalendarDate): CalendarDate => addDays(today, 1 - QUIET_DAYS);
