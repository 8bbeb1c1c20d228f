import { dateAt, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { StageDefinition } from '../gates/gate.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import {
  AGING_LEVELS,
  agingLevelOf,
  agingThresholds,
  type AgingLevel,
  type AgingMeasure,
  type AgingThresholds,
} from './aging.js';
import { daysOn, stageClockOf, stageTotalsOf, underOwnVersion, type RecordedHistory } from './stage-clock.js';

/** What the days of all that left a stage say. */
export interface StageExits {
  readonly exits: number;
  /** Null for fewer than ten. */
  readonly thresholds: AgingThresholds | null;
}

/** Who is in a stage, how long, and how long others took. */
export interface StageAging {
  readonly stage: StageDefinition;
  readonly count: number;
  readonly exits: number;
  readonly p50: number | null;
  readonly p70: number | null;
  readonly p85: number | null;
  /** All five levels, rising. */
  readonly levels: readonly { readonly level: AgingLevel; readonly count: number }[];
  readonly wipLimit: number | null;
  readonly overWip: boolean;
}

/** A row of the aging of a portfolio, from how many of those in the stage are on each level. More than its limit are too many. */
export const stageAgingOf = (
  stage: StageDefinition,
  { exits, thresholds }: StageExits,
  counts: ReadonlyMap<AgingLevel, number>,
): StageAging => {
  const levels = AGING_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0 }));
  const count = levels.reduce((sum, each) => sum + each.count, 0);
  const { wipLimit } = stage;
  return {
    stage,
    count,
    exits,
    p50: thresholds?.p50 ?? null,
    p70: thresholds?.p70 ?? null,
    p85: thresholds?.p85 ?? null,
    levels,
    wipLimit,
    overWip: wipLimit !== null && count > wipLimit,
  };
};

/** Without `templateId`, all visits count as under one version. */
type RecordedVisit = RecordedHistory['visits'][number] & { readonly templateId?: string };

/** A history of which a part may be of later than the instant that is asked for. */
export interface PastHistory<Visit extends RecordedVisit> extends Omit<RecordedHistory, 'visits'> {
  readonly visits: readonly Visit[];
  readonly at: Instant;
}

/** Where an initiative stood at an instant and how long, and what it had taken in the stages it had left by then. */
export interface StandingAt<Visit extends RecordedVisit> {
  /** The visit it was on; null where it was nowhere yet. */
  readonly visit: Visit | null;
  readonly status: InitiativeStatus;
  readonly days: number;
  /** By stage, with the last visit to it. */
  readonly left: readonly { readonly visit: Visit; readonly days: number }[];
}

/**
 * Looks at a history as of an instant: what came later is not known yet, a stay that ended later lasts, and the status is
 * that of the last change by then.
 */
export const standingAt = <Visit extends RecordedVisit>(past: PastHistory<Visit>): StandingAt<Visit> => {
  const { at, timeZone } = past;
  const visits = past.visits
    .filter(({ enteredAt }) => enteredAt <= at)
    .map((visit) => (visit.leftAt !== null && visit.leftAt > at ? { ...visit, leftAt: null } : visit));
  const statusChanges = past.statusChanges.filter(({ changedAt }) => changedAt <= at);
  const history = { visits, statusChanges, timeZone };
  const own = { ...history, visits: underOwnVersion(visits) };
  const visit = visits.find(({ leftAt }) => leftAt === null) ?? null;
  return {
    visit,
    status: statusChanges.at(-1)?.status ?? 'ACTIVE',
    days: visit === null ? 0 : daysOn(stageClockOf({ ...own, stageKey: visit.stageKey }), dateAt(at, timeZone)),
    left: stageTotalsOf(history).flatMap(({ stageKey, days }) =>
      visits
        .filter((each) => each.stageKey === stageKey)
        .slice(-1)
        .map((last) => ({ visit: last, days })),
    ),
  };
};

/** A stay in a stage of a version of a template. */
export interface TemplateVisit extends RecordedVisit {
  readonly templateKey: string;
  /** Of the stage in that version. */
  readonly timeBoxDays: number | null;
}

interface Judged extends AgingMeasure {
  readonly id: string;
  readonly stageKey: string;
  readonly days: number;
  readonly status: InitiativeStatus;
}

/** Who is in the stages of a template, and what the days of those say who left them. */
export interface AgingScene {
  readonly exits: ReadonlyMap<string, StageExits>;
  readonly standing: readonly Judged[];
}

/**
 * The stages of a template with those in them: ACTIVE or ON_HOLD, for what was stopped takes up no place. Exits are those of
 * everybody who left under any version of the template, stopped later or not.
 */
export const agingSceneOf = (
  template: { readonly key: string; readonly stages: readonly StageDefinition[] },
  courses: readonly (StandingAt<TemplateVisit> & { readonly id: string })[],
): AgingScene => {
  const left = courses.flatMap((course) => course.left).filter(({ visit }) => visit.templateKey === template.key);
  const exits = new Map(
    template.stages.map(({ key }) => {
      const days = left.filter(({ visit }) => visit.stageKey === key).map((each) => each.days);
      return [key, { exits: days.length, thresholds: agingThresholds(days) }];
    }),
  );
  const standing = courses.flatMap(({ id, visit, status, days }) => {
    const stage = visit?.templateKey === template.key ? exits.get(visit.stageKey) : undefined;
    return visit && stage && (status === 'ACTIVE' || status === 'ON_HOLD')
      ? [{ id, stageKey: visit.stageKey, days, status, timeBoxDays: visit.timeBoxDays, thresholds: stage.thresholds }]
      : [];
  });
  return { exits, standing };
};

/** Those of a scene whose level depends on when there was activity: they are STUCK, and ACTIVE. */
export const onWhomActivityTells = ({ standing }: AgingScene, today: CalendarDate): readonly string[] =>
  standing.filter((each) => agingLevelOf({ ...each, today, lastActivityOn: null }) === 'ZOMBIE').map(({ id }) => id);

/** The rows of a scene, given on whom of those it tells there was activity in the last 30 days. */
export const stageAgingsOf = (
  stages: readonly StageDefinition[],
  { exits, standing }: AgingScene,
  { today, lively }: { readonly today: CalendarDate; readonly lively: ReadonlySet<string> },
): readonly StageAging[] =>
  stages.map((stage) => {
    const counts = new Map<AgingLevel, number>();
    for (const each of standing.filter(({ stageKey }) => stageKey === stage.key)) {
      const level = agingLevelOf({ ...each, today, lastActivityOn: lively.has(each.id) ? today : null });
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    return stageAgingOf(stage, exits.get(stage.key) ?? NO_EXITS, counts);
  });

export const NO_EXITS: StageExits = { exits: 0, thresholds: null };
