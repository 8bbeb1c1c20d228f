import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import {
  agingSceneOf,
  onWhomActivityTells,
  stageAgingsOf,
  standingAt,
  type StageAging,
} from '../../../domain/pipeline/stage-aging.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { LastActivities } from './last-activities.js';
import { RecordedHistories } from './recorded-histories.js';

/** The aging of a portfolio as it was known at a past instant, from recorded history: three statements, however many stand there. */
@Injectable()
export class PastAgings {
  constructor(
    private readonly histories: RecordedHistories,
    private readonly activities: LastActivities,
  ) {}

  async ofStages({ id, timeZone }: Portfolio, template: WorkflowTemplate, at: Instant): Promise<readonly StageAging[]> {
    const courses = await this.histories.asOf(id, at);
    const scene = agingSceneOf(
      template,
      courses.map((course) => ({ id: course.initiativeId, ...standingAt({ ...course, timeZone, at }) })),
    );
    const today = dateAt(at, timeZone);
    const lastActivityOn = await this.activities.of(onWhomActivityTells(scene, today), at);
    return stageAgingsOf(template.stages, scene, { today, lastActivityOn });
  }
}
