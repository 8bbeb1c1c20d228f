import type { Instant } from '../../src/domain/basics/instant.js';
import type { InitiativeStatus } from '../../src/domain/initiatives/initiative.js';
import { groupBy } from '../../src/platform/graphql/loader.js';
import type { AsOfBench } from './as-of-bench.js';

/** A stay in a stage, with the time box of the stage in the version of the template that it was under. */
export interface RecordedVisit {
  readonly initiativeId: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly stageKey: string;
  readonly timeBoxDays: number | null;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

interface RecordedChange {
  readonly initiativeId: string;
  readonly status: InitiativeStatus;
  readonly changedAt: Instant;
}

export interface RecordedCourse {
  readonly initiativeId: string;
  readonly visits: readonly RecordedVisit[];
  readonly statusChanges: readonly RecordedChange[];
}

const VISITS = `
  SELECT v.initiative_id AS "initiativeId", v.template_id AS "templateId", w.key AS "templateKey", v.stage_key AS "stageKey",
    d.time_box_days AS "timeBoxDays", v.entered_at AS "enteredAt", v.left_at AS "leftAt"
  FROM stage_visit v
  JOIN workflow_template w ON w.id = v.template_id
  JOIN template_stage d ON d.template_id = v.template_id AND d.key = v.stage_key
  WHERE v.portfolio_id = $1 AND v.recorded_at <= $2 AND (v.superseded_at IS NULL OR v.superseded_at > $2)
  ORDER BY v.initiative_id, v.entered_at, v.left_at NULLS LAST, v.id`;

const CHANGES = `
  SELECT initiative_id AS "initiativeId", status, changed_at AS "changedAt"
  FROM status_change WHERE portfolio_id = $1 AND changed_at <= $2 ORDER BY initiative_id, sequence`;

/** Where the initiatives of a portfolio stood and whether they moved, as it was recorded at an instant: what was dated otherwise since is as it was. */
export const recordedCourses = async (
  { portfolio, rows }: AsOfBench,
  at: Instant,
): Promise<readonly RecordedCourse[]> => {
  const visits = groupBy(await rows<RecordedVisit>(VISITS, [portfolio.id, at]), (visit) => visit.initiativeId);
  const changes = groupBy(await rows<RecordedChange>(CHANGES, [portfolio.id, at]), (change) => change.initiativeId);
  return [...visits].map(([initiativeId, stays]) => ({
    initiativeId,
    visits: stays,
    statusChanges: changes.get(initiativeId) ?? [],
  }));
};
