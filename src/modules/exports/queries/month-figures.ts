import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import type { Forecast } from '../../../domain/reports/forecast.js';
import type { ReportMonth } from '../../../domain/reports/report-month.js';
import type { ValueBalanceRow } from '../../../domain/reports/value-balance.js';
import { EffortSplits, type EffortSplit } from '../../effort/queries/effort-splits.js';
import { StageAgings } from '../../initiatives/queries/stage-agings.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Forecasts } from '../../reports/queries/forecasts.js';
import { Funnels, type Funnel, type StageOfFunnel } from '../../reports/queries/funnels.js';
import { ValueBalances } from '../../reports/queries/value-balances.js';

/** What the reports say of a portfolio for one month, all of it as of the same instant. */
export interface MonthFigures {
  readonly effort: EffortSplit;
  /** Of the twelve months that end with this one. */
  readonly effortOfYear: EffortSplit;
  readonly funnel: Funnel;
  readonly stages: readonly (StageOfFunnel & { readonly medianDays: Decimal | null })[];
  readonly aging: readonly StageAging[];
  readonly valueBalance: readonly ValueBalanceRow[];
  readonly forecasts: readonly Forecast[];
}

/** How many more exits are looked ahead to. */
const EXITS = [1, 3, 6] as const;

@Injectable()
export class MonthFiguresQuery {
  constructor(
    private readonly splits: EffortSplits,
    private readonly funnels: Funnels,
    private readonly agings: StageAgings,
    private readonly balances: ValueBalances,
    private readonly forecasts: Forecasts,
  ) {}

  /** Asks each report as of the instant of the month. One after the other: a print takes no more than one connection. */
  async ofPortfolio(portfolio: Portfolio, { month, twelveMonths, at }: ReportMonth): Promise<MonthFigures> {
    const effort = await this.splits.ofPortfolio(portfolio, { ...month, asOf: at }, 'NONE');
    const effortOfYear = await this.splits.ofPortfolio(portfolio, { ...twelveMonths, asOf: at }, 'NONE');
    const funnel = await this.funnels.ofPortfolio(portfolio, twelveMonths, at);
    const stages = await Promise.all(
      funnel.stages.map(async (stage) => ({ ...stage, medianDays: await this.funnels.medianDays(funnel, stage) })),
    );
    const aging = await this.agings.ofPortfolio(portfolio, at);
    const valueBalance = await this.balances.ofPortfolio(portfolio, twelveMonths, at);
    const forecasts: Forecast[] = [];
    for (const exits of EXITS) {
      forecasts.push(await this.forecasts.ofPortfolio(portfolio, exits, at));
    }
    return { effort, effortOfYear, funnel, stages, aging, valueBalance, forecasts };
  }
}
