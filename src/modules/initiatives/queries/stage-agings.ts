import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { AgingScales, scaleParameter } from './aging-scales.js';
import { LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';
import { PastAgings } from './past-agings.js';
import { stageRows, type LevelCount } from './stage-rows.js';

const COUNTS = `
  SELECT "stageKey", level, count(*) FROM (
    SELECT i.stage_key AS "stageKey", ${LEVEL} AS level
    FROM initiative i
    JOIN ${scalesFrom('$2')} ON ${OWN_SCALE}
    JOIN workflow_template w ON w.id = i.template_id
    WHERE i.portfolio_id = $1 AND i.status IN ('ACTIVE', 'ON_HOLD') AND w.key = $3
  ) standing GROUP BY 1, 2`;

/** Who is in each stage of a portfolio's template, and how long. */
@Injectable()
export class StageAgings {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly scales: AgingScales,
    private readonly past: PastAgings,
    private readonly clock: Clock,
  ) {}

  /**
   * A row for each stage of the version of the template that is the newest, now or as it was known at an instant. An instant
   * still to come is taken for now, and answered as of now, so that the answer stays.
   */
  async ofPortfolio(portfolio: Portfolio, asOf: Instant | null): Promise<readonly StageAging[]> {
    const now = this.clock.now();
    return asOf === null ? this.ofNow(portfolio, now) : this.past.ofPortfolio(portfolio, asOf < now ? asOf : now);
  }

  private async ofNow(portfolio: Portfolio, at: Instant): Promise<readonly StageAging[]> {
    const { key, stages } = await this.templates.newestOf(portfolio.templateId);
    const scales = await this.scales.ofPortfolio(portfolio.id);
    const today = dateAt(at, portfolio.timeZone);
    const counts = await this.database.rows<LevelCount>(COUNTS, [
      portfolio.id,
      scaleParameter(scales, () => ({ at, today })),
      key,
    ]);
    return stageRows(
      stages,
      scales.filter(({ templateKey }) => templateKey === key),
      counts,
    );
  }
}
