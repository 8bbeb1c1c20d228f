import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
import { NO_EXITS, stageAgingOf, type StageAging } from '../../../domain/pipeline/stage-aging.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { AgingScales, scaleParameter } from './aging-scales.js';
import { LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';
import { PastAgings } from './past-agings.js';

interface CountRow {
  readonly stageKey: string;
  readonly level: AgingLevel;
  readonly count: number;
}

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

  /** A row for each stage of the version of the template that is the newest, now or as it was known at a past instant. */
  async ofPortfolio(portfolio: Portfolio, asOf: Instant | null): Promise<readonly StageAging[]> {
    const now = this.clock.now();
    return asOf !== null && asOf < now
      ? this.past.ofStages(portfolio, await this.templates.newestAt(portfolio.templateId, asOf), asOf)
      : this.ofNow(portfolio, await this.templates.newestOf(portfolio.templateId), now);
  }

  private async ofNow(
    portfolio: Portfolio,
    { key, stages }: WorkflowTemplate,
    at: Instant,
  ): Promise<readonly StageAging[]> {
    const scales = await this.scales.ofPortfolio(portfolio.id);
    const today = dateAt(at, portfolio.timeZone);
    const rows = await this.database.rows<CountRow>(COUNTS, [
      portfolio.id,
      scaleParameter(scales, () => ({ at, today })),
      key,
    ]);
    const counts = groupBy(rows, (row) => row.stageKey);
    const exits = groupBy(
      scales.filter((scale) => scale.templateKey === key),
      (scale) => scale.stageKey,
    );
    return stages.map((stage) =>
      stageAgingOf(
        stage,
        exits.get(stage.key)?.[0] ?? NO_EXITS,
        new Map((counts.get(stage.key) ?? []).map(({ level, count }) => [level, count])),
      ),
    );
  }
}
