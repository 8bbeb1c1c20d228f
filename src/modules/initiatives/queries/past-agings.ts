import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import { Templates } from '../../templates/queries/templates.js';
import { scaleOf, scaleParameter, type ScaleRow } from './aging-scales.js';
import { PAST_COUNTS, PAST_SCALES } from './past-aging-sql.js';
import { stageRows, type LevelCount } from './stage-rows.js';

@Injectable()
export class PastAgings {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly knowledge: SettledKnowledge,
  ) {}

  /**
   * The aging of a portfolio as it was known at an instant that is not ahead, from recorded history: visits as they were
   * recorded then, whatever has been dated otherwise since. Two questions to the database, which counts; it waits as
   * `SettledKnowledge` does. SERVICE_UNAVAILABLE after ten seconds.
   */
  async ofPortfolio({ id, timeZone, templateId }: Portfolio, at: Instant): Promise<readonly StageAging[]> {
    await this.knowledge.settle(id, at);
    const { key, stages } = await this.templates.newestAt(templateId, at);
    const rows = await this.database.rows<ScaleRow>(PAST_SCALES, [id, at, timeZone, key]);
    const scales = rows.map(scaleOf);
    const day = { at, today: dateAt(at, timeZone) };
    const counts = await this.database.rows<LevelCount>(PAST_COUNTS, [
      id,
      at,
      timeZone,
      scaleParameter(scales, () => day),
    ]);
    return stageRows(stages, scales, counts);
  }
}
