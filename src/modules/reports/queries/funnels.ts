import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import { medianOf, type DayCount } from '../../../domain/basics/day-counts.js';
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
  /** By the id of a version and the key of a stage. */
  readonly ranks: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface StageOfFunnel extends FunnelStage {
  readonly rank: number;
  readonly asked: Asked;
}

export interface Funnel extends ReportPeriod, FunnelFigures {
  readonly stages: readonly StageOfFunnel[];
}

type CohortRow = Omit<Cohort, 'stageKey'> & { readonly rank: number };

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
    const ranks = nested(stageRanksOf(inForce, all));
    const asked = { portfolio, period, ranks };
    const rows = await this.database.rows<CohortRow>(COHORTS, parametersOf(asked));
    const byRank = groupBy(rows, ({ rank }) => rank);
    const rankOf = (stageKey: string): number => ranks[inForce.id]?.[stageKey] ?? 0;
    const cohorts = inForce.stages.flatMap(({ key: stageKey }) =>
      (byRank.get(rankOf(stageKey)) ?? []).map((row) => ({ ...row, stageKey })),
    );
    const { stages, endToEndPercent } = funnelOf(inForce.stages, cohorts);
    return {
      ...period,
      endToEndPercent,
      stages: stages.map((row) => ({ ...row, rank: rankOf(row.stage.key), asked })),
    };
  }

  /**
   * The median of the days in a stage of those of its cohort who had left it by the end of the period; null where nobody had.
   * Days as in `stageTotalsOf`. All stages of a funnel share one question to the database.
   */
  medianDays(scope: object, { rank, asked }: StageOfFunnel): Promise<Decimal | null> {
    return this.medians.load(scope, String(rank), asked);
  }

  private readonly medians = listLoader<Asked, Decimal | null>(
    async (ranks, asked) => {
      const parameters = [...parametersOf(asked), asked.portfolio.timeZone, ranks.map(Number)];
      const rows = await this.database.rows<DayCount & { rank: number }>(DAYS_TAKEN, parameters);
      return new Map([...groupBy(rows, ({ rank }) => String(rank))].map(([rank, counts]) => [rank, medianOf(counts)]));
    },
    () => null,
  );
}

const nested = (ranks: readonly StageRank[]): Asked['ranks'] =>
  Object.fromEntries(
    [...groupBy(ranks, ({ templateId }) => templateId)].map(([templateId, own]) => [
      templateId,
      Object.fromEntries(own.map(({ stageKey, rank }) => [stageKey, rank])),
    ]),
  );

const parametersOf = ({ portfolio, period, ranks }: Asked): readonly unknown[] => [
  portfolio.id,
  period.at,
  period.since,
  period.until,
  JSON.stringify(ranks),
];
