import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { FindingScene, RecordedStay, ReviewSpan } from '../../../domain/findings/finding.js';
import type { StageDefinition } from '../../../domain/gates/gate.js';
import type { InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { StuckInitiatives } from '../../initiatives/queries/stuck-initiatives.js';
import { Templates } from '../../templates/queries/templates.js';

/** Where an initiative stands, and how it came there. */
export type InitiativeCourse = Pick<FindingScene, 'status' | 'stages' | 'stays' | 'reviews' | 'stuck'>;

interface CourseRow {
  readonly id: string;
  readonly status: InitiativeStatus;
  readonly templateId: string;
  readonly stageKey: string;
}

type StayRow = RecordedStay & { readonly initiativeId: string };
type ReviewRow = ReviewSpan & { readonly initiativeId: string };

// Where nothing was recorded by then of where it stood, or whether it moved, it is as it begins.
const COURSES = `
  SELECT i.id, coalesce(v.template_id, i.template_id) AS "templateId", coalesce(v.stage_key, i.stage_key) AS "stageKey",
    coalesce(c.status, 'ACTIVE') AS status
  FROM initiative i
  LEFT JOIN LATERAL (
    SELECT v.template_id, v.stage_key FROM stage_visit v
    WHERE v.initiative_id = i.id AND v.recorded_at <= $2 AND (v.superseded_at IS NULL OR v.superseded_at > $2)
      AND v.entered_at <= $2 AND (v.left_at IS NULL OR v.left_at > $2)
    ORDER BY v.entered_at DESC LIMIT 1
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT c.status FROM status_change c WHERE c.initiative_id = i.id AND c.changed_at <= $2 ORDER BY c.sequence DESC LIMIT 1
  ) c ON true
  WHERE i.id = ANY($1)`;

const STAYS = `
  SELECT v.initiative_id AS "initiativeId", v.stage_key AS "stageKey", s.category, v.entered_at AS "enteredAt", v.left_at AS "leftAt",
    v.recorded_at AS "recordedAt", v.superseded_at AS "supersededAt"
  FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
  WHERE v.initiative_id = ANY($1) ORDER BY v.initiative_id, v.entered_at, v.left_at NULLS LAST, v.id`;

const REVIEWS = `
  SELECT r.initiative_id AS "initiativeId", r.gate_key AS "gateKey", r.requested_at AS "requestedAt", d.decided_at AS "decidedAt",
    r.cancelled_at AS "cancelledAt"
  FROM gate_review r LEFT JOIN gate_decision d ON d.review_id = r.id
  WHERE r.initiative_id = ANY($1) ORDER BY r.initiative_id, r.requested_at, r.id`;

/** Where initiatives stood at an instant, on which template, whether they moved, and what they were asked on the way. */
@Injectable()
export class InitiativeCourses {
  constructor(
    private readonly database: Database,
    private readonly stuck: StuckInitiatives,
    private readonly templates: Templates,
  ) {}

  /** By initiative; five statements, and one for each version of a template that was never read before. */
  async ofInitiatives(ids: readonly string[], at: Instant, tx?: Tx): Promise<ReadonlyMap<string, InitiativeCourse>> {
    const rows = await this.database.rows<CourseRow>(COURSES, [ids, at], tx);
    const stays = groupBy(await this.database.rows<StayRow>(STAYS, [ids], tx), (row) => row.initiativeId);
    const reviews = groupBy(await this.database.rows<ReviewRow>(REVIEWS, [ids], tx), (row) => row.initiativeId);
    const stuck = await this.stuck.ofInitiatives(ids, at, tx);
    const stages = await this.stagesOf(rows, tx);
    return new Map(
      rows.map(({ id, status, templateId, stageKey }) => {
        const own = stages.get(templateId) ?? [];
        const trap = stuck.get(id);
        const stage = own.find(({ key }) => key === stageKey);
        return [
          id,
          {
            status,
            stages: own,
            stays: stays.get(id) ?? [],
            reviews: reviews.get(id) ?? [],
            stuck: trap && stage ? { ...trap, stageName: stage.name, stageCategory: stage.category } : null,
          },
        ];
      }),
    );
  }

  private async stagesOf(
    rows: readonly CourseRow[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, readonly StageDefinition[]>> {
    const stages = new Map<string, readonly StageDefinition[]>();
    for (const templateId of new Set(rows.map((row) => row.templateId))) {
      stages.set(templateId, (await this.templates.get(templateId, tx)).stages);
    }
    return stages;
  }
}
