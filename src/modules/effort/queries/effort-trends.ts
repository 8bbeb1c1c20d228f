import { Injectable } from '@nestjs/common';
import { headlineOf } from '../../../domain/effort/headline.js';
import { periodsOf, type TrendStep } from '../../../domain/effort/periods.js';
import { trendHeadlineOf, trendOf, type TrendPeriod } from '../../../domain/effort/trend.js';
import { fault } from '../../../platform/faults.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { checkWindow } from './effort-splits.js';
import { EffortSums, type EffortWindow } from './effort-sums.js';

/** How the split of a portfolio moved. */
export interface EffortTrend {
  readonly by: TrendStep;
  readonly headline: string;
  readonly periods: readonly (TrendPeriod & { readonly headline: string })[];
}

const MOST_PERIODS = 120;

@Injectable()
export class EffortTrends {
  constructor(
    private readonly sums: EffortSums,
    private readonly schemes: AllocationSchemes,
  ) {}

  /**
   * The split of every month or quarter of a window, each against the scheme in force on its own last day; the first and the
   * last are cut to the window. Two questions to the database, however many periods. BAD_USER_INPUT where `from` is after
   * `to`, and for more than 120 periods.
   */
  async ofPortfolio(portfolio: Portfolio, window: EffortWindow, by: TrendStep, tx?: Tx): Promise<EffortTrend> {
    checkWindow(window);
    const periods = periodsOf(window, by);
    if (periods.length > MOST_PERIODS) {
      throw fault('BAD_USER_INPUT', `A trend has at most ${MOST_PERIODS} periods, and this one has ${periods.length}.`);
    }
    const { groups } = await this.sums.ofPortfolio(portfolio, window, by, tx);
    const days = periods.map(({ to }) => to);
    const inForce = await this.schemes.inForceOn(portfolio.id, days, window.asOf, tx);
    const byPeriod = groupBy(groups, (row) => row.key);
    const trend = trendOf(
      periods.map((period) => {
        const scheme = inForce.get(period.to);
        if (!scheme) {
          throw new Error(`Portfolio ${portfolio.id} has no allocation scheme.`);
        }
        return { period, scheme, rows: byPeriod.get(period.key) ?? [] };
      }),
    );
    return {
      by,
      headline: trendHeadlineOf(trend),
      periods: trend.map((period) => ({ ...period, headline: headlineOf(period) })),
    };
  }
}
