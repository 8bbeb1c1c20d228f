import { Injectable } from '@nestjs/common';
import { dateAt, startOfDay } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { livelyFrom } from '../../../domain/pipeline/aging.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { oncePerRequest } from '../../../platform/graphql/loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { livelyIn } from './activity-sql.js';
import { AgingScales } from './aging-scales.js';
import { daysOnDay } from './aging-sql.js';
import { PastAgings } from './past-agings.js';
import { stageRows, type StandingCount } from './stage-rows.js';

// Days and activity are counted here and judged by the domain: an initiative by itself is looked at in no case.
const STANDINGS = `
  SELECT i.template_id AS "templateId", i.stage_key AS "stageKey", i.status, ${daysOnDay('$3::date')} AS days,
    i.id IN (${livelyIn('$1::uuid', '$2::timestamptz', { day: '$4::date', instant: '$5::timestamptz' })}) AS "isLively", count(*)
  FROM initiative i WHERE i.portfolio_id = $1::uuid AND i.status IN ('ACTIVE', 'ON_HOLD') GROUP BY 1, 2, 3, 4, 5`;

/** Who is in each stage of a portfolio's template, and how long. */
@Injectable()
export class StageAgings {
  /** The same for all who ask it within one request. */
  readonly shared = oncePerRequest(
    ({ portfolio, asOf }: { readonly portfolio: Portfolio; readonly asOf: Instant | null }) =>
      this.ofPortfolio(portfolio, asOf),
    ({ portfolio, asOf }) => JSON.stringify([portfolio.id, asOf]),
  );

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

  private async ofNow({ id, templateId, timeZone }: Portfolio, at: Instant): Promise<readonly StageAging[]> {
    const { key, stages } = await this.templates.newestOf(templateId);
    const scales = await this.scales.ofPortfolio(id);
    const today = dateAt(at, timeZone);
    const from = livelyFrom(today);
    const standings = await this.database.rows<StandingCount>(STANDINGS, [
      id,
      at,
      today,
      from,
      startOfDay(from, timeZone),
    ]);
    return stageRows(
      stages,
      scales.filter(({ templateKey }) => templateKey === key),
      standings,
    );
  }
}
