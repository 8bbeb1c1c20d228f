import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy } from '../../../platform/graphql/loader.js';

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
  SELECT v.initiative_id AS "initiativeId", v.template_id AS "templateId", w.key AS "templateKey", v.stage_key AS "stageKey", d.time_box_days AS "timeBoxDays",
    v.entered_at AS "enteredAt", v.left_at AS "leftAt"
  FROM stage_visit v
  JOIN workflow_template w ON w.id = v.template_id
  JOIN template_stage d ON d.template_id = v.template_id AND d.key = v.stage_key
  WHERE v.portfolio_id = $1 AND v.recorded_at <= $2 AND (v.superseded_at IS NULL OR v.superseded_at > $2)
  ORDER BY v.initiative_id, v.entered_at, v.left_at NULLS LAST, v.id`;

const CHANGES = `
  SELECT initiative_id AS "initiativeId", status, changed_at AS "changedAt"
  FROM status_change WHERE portfolio_id = $1 AND changed_at <= $2 ORDER BY initiative_id, sequence`;

@Injectable()
export class RecordedHistories {
  constructor(private readonly database: Database) {}

  /** Where the initiatives of a portfolio stood and whether they moved, as it was recorded at an instant: what was dated otherwise since is as it was. */
  async asOf(portfolioId: string, at: Instant): Promise<readonly RecordedCourse[]> {
    const visits = groupBy(
      await this.database.rows<RecordedVisit>(VISITS, [portfolioId, at]),
      (visit) => visit.initiativeId,
    );
    const changes = groupBy(
      await this.database.rows<RecordedChange>(CHANGES, [portfolioId, at]),
      (change) => change.initiativeId,
    );
    return [...visits].map(([initiativeId, stays]) => ({
      initiativeId,
      visits: stays,
      statusChanges: changes.get(initiativeId) ?? [],
    }));
  }
}
