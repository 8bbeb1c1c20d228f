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
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { IS_LIVELY } from './activity-sql.js';
import { dayParameter, type AgingDay } from './aging-scales.js';
import { RecordedHistories } from './recorded-histories.js';

const LIVELY = `
  SELECT i.id FROM initiative i
  CROSS JOIN jsonb_to_record($2::jsonb) AS s (at timestamptz, lively_from date, lively_since timestamptz)
  WHERE i.id = ANY($1) AND ${IS_LIVELY}`;

/** Counting days takes the processor: after so many initiatives other requests get their turn. */
const AT_ONCE = 200;
const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The aging of a portfolio as it was known at a past instant, from recorded history: three statements, however many stand there. */
@Injectable()
export class PastAgings {
  constructor(
    private readonly histories: RecordedHistories,
    private readonly database: Database,
  ) {}

  async ofStages({ id, timeZone }: Portfolio, template: WorkflowTemplate, at: Instant): Promise<readonly StageAging[]> {
    const courses = [];
    for (const course of await this.histories.asOf(id, at)) {
      courses.push({ id: course.initiativeId, ...standingAt({ ...course, timeZone, at }) });
      if (courses.length % AT_ONCE === 0) {
        await others();
      }
    }
    const scene = agingSceneOf(template, courses);
    const today = dateAt(at, timeZone);
    const lively = await this.livelyAmong(onWhomActivityTells(scene, today), { at, today }, timeZone);
    return stageAgingsOf(template.stages, scene, { today, lively });
  }

  private async livelyAmong(ids: readonly string[], day: AgingDay, timeZone: string): Promise<ReadonlySet<string>> {
    const parameters = [ids, JSON.stringify(dayParameter(day, timeZone))];
    const rows = await this.database.rows<{ id: string }>(LIVELY, parameters);
    return new Set(rows.map((row) => row.id));
  }
}
