import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import { medianOf, type DayCount } from '../../../domain/reports/day-counts.js';
import { funnelOf, type Cohort, type FunnelFigures, type FunnelStage } from '../../../domain/reports/funnel.js';
import { stageRanksOf, type StageRank } from '../../../domain/reports/stage-ranks.js';
import { Database } from '../../../platform/database/database.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { COHORTS, DAYS_TAKEN } from './funnel-sql.js';
import { PortfolioStages } from './portfolio-stages.js';
import { ReportMoments, type ReportPeriod } from './report-moments.js';

/** What a funnel was asked, for what is told only where somebody wants to know. */
interface Asked {
  readonly portfolio: Portfolio;
  readonly period: ReportPeriod;
  readonly ranks: readonly StageRank[];
}

export interface StageOfFunnel extends FunnelStage {
  readonly asked: Asked;
}

export interface Funnel extends ReportPeriod, FunnelFigures {
  readonly stages: readonly StageOfFunnel[];
}

@Injectable()
export class Funnels {
  constructor(
    private readonly database: Database,
    private readonly moments: ReportMoments,
    private readonly stages: PortfolioStages,
  ) {}

  /**
   * The funnel of a period (`funnelOf`), a row for each stage of the version of the portfolio's template that is in force now
   * or was as of then; stages of other versions go by their keys. Visits are those recorded as of then, whatever has been
   * dated otherwise since, and what became of the initiatives is as of the end of the period. One question to the database,
   * which grows with what was entered in the period. BAD_USER_INPUT as for `checkWindow`.
   */
  async ofPortfolio(portfolio: Portfolio, days: Days, asOf: Instant | null): Promise<Funnel> {
    const period = await this.moments.period(portfolio, days, asOf);
    const { inForce, all } = await this.stages.at(portfolio, period.at);
    const asked = { portfolio, period, ranks: stageRanksOf(inForce, all) };
    const cohorts = await this.database.rows<Cohort>(COHORTS, parametersOf(asked));
    const { stages, endToEndPercent } = funnelOf(inForce.stages, cohorts);
    return { ...period, endToEndPercent, stages: stages.map((stage) => ({ ...stage, asked })) };
  }

  /**
   * The median of the days in a stage of those of its cohort who had left it by the end of the period; null where nobody had.
   * Days as in `stageTotalsOf`. All stages of a funnel share one question to the database.
   */
  medianDays(scope: object, { stage, asked }: StageOfFunnel): Promise<Decimal | null> {
    return this.medians.load(scope, stage.key, asked);
  }

  private readonly medians = listLoader<Asked, Decimal | null>(
    async (stageKeys, asked) => {
      const parameters = [...parametersOf(asked), asked.portfolio.timeZone, stageKeys];
      const rows = await this.database.rows<DayCount & { stageKey: string }>(DAYS_TAKEN, parameters);
      return new Map([...groupBy(rows, (row) => row.stageKey)].map(([key, counts]) => [key, medianOf(counts)]));
    },
    () => null,
  );
}

const parametersOf = ({ portfolio, period, ranks }: Asked): readonly unknown[] => [
  portfolio.id,
  period.at,
  period.since,
  period.until,
  JSON.stringify(ranks),
];
