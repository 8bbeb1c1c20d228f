import { Injectable } from '@nestjs/common';
import { dateAt, startOfDay } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { historyMonths, type MonthOfExits } from '../../../domain/reports/exit-history.js';
import { forecastOf, MOST_EXITS, type Forecast } from '../../../domain/reports/forecast.js';
import type { Steps } from '../../../domain/reports/steps.js';
import { Database } from '../../../platform/database/database.js';
import { fault } from '../../../platform/faults.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { PortfolioStages } from './portfolio-stages.js';
import { ReportMoments } from './report-moments.js';

/** What was known of a portfolio ($1) at an instant ($2). */
const KNOWN = `
  v.portfolio_id = $1::uuid AND v.entered_at <= $2::timestamptz AND v.recorded_at <= $2::timestamptz
  AND (v.superseded_at IS NULL OR v.superseded_at > $2::timestamptz)`;

const FIRST_VISIT = `SELECT v.entered_at AS at FROM stage_visit v WHERE ${KNOWN} ORDER BY v.entered_at LIMIT 1`;

/** First entries into the first PRODUCTION stage ($3) of whatever version, by month: 1 is the first one between the bounds ($4). */
const EXITS = `
  SELECT width_bucket(first.at, $4::timestamptz[]) AS month, count(*) AS exits
  FROM (
    SELECT v.initiative_id, min(v.entered_at) AS at FROM stage_visit v
    JOIN jsonb_to_recordset($3::jsonb) AS g ("templateId" uuid, "stageKey" text)
      ON g."templateId" = v.template_id AND g."stageKey" = v.stage_key
    WHERE ${KNOWN} GROUP BY 1
  ) AS first GROUP BY 1`;

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

@Injectable()
export class Forecasts {
  constructor(
    private readonly database: Database,
    private readonly moments: ReportMoments,
    private readonly stages: PortfolioStages,
  ) {}

  /**
   * How many months so many more exits take (`forecastOf`), by the exits of the months before the running one, in the
   * portfolio's zone. An exit is an initiative's first entry into the first PRODUCTION stage of the version of the template
   * it was under, as it was known as of then. BAD_USER_INPUT for less than 1 or more than 1,000 exits.
   */
  async ofPortfolio(portfolio: Portfolio, exits: number, asOf: Instant | null): Promise<Forecast> {
    if (exits < 1 || exits > MOST_EXITS) {
      throw fault('BAD_USER_INPUT', `exits must be from 1 to ${MOST_EXITS}, and was ${exits}.`);
    }
    const at = await this.moments.at(portfolio, asOf);
    return runInTurns(forecastOf(await this.history(portfolio, at), exits));
  }

  private async history(portfolio: Portfolio, at: Instant): Promise<readonly MonthOfExits[]> {
    const { id, timeZone } = portfolio;
    const first = await this.database.row<{ at: Instant }>(FIRST_VISIT, [id, at]);
    const { keys, bounds } = historyMonths(dateAt(first?.at ?? at, timeZone), dateAt(at, timeZone));
    const goals = (await this.stages.at(portfolio, at)).all.flatMap(({ id: templateId, stages }) =>
      stages
        .filter(({ category }) => category === 'PRODUCTION')
        .slice(0, 1)
        .map(({ key }) => ({ templateId, stageKey: key })),
    );
    const rows = await this.database.rows<{ month: number; exits: number }>(EXITS, [
      id,
      at,
      JSON.stringify(goals),
      bounds.map((day) => startOfDay(day, timeZone)),
    ]);
    const counts = new Map(rows.map(({ month, exits }) => [month, exits]));
    return keys.map((month, index) => ({ month, exits: counts.get(index + 1) ?? 0 }));
  }
}

const runInTurns = async <Answer>(steps: Steps<Answer>): Promise<Answer> => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
    await others();
  }
};
