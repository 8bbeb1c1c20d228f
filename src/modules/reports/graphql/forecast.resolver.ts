import { Args, Int, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Forecasts } from '../queries/forecasts.js';
import { ForecastType } from './forecast.types.js';
import { AsOfArgs } from './report.args.js';

@Resolver(() => PortfolioType)
export class ForecastResolver {
  constructor(private readonly forecasts: Forecasts) {}

  @ResolveField(() => ForecastType, {
    description: 'How many months so many more exits to production take, by its own monthly exits.',
  })
  forecast(
    @Parent() portfolio: Portfolio,
    @Args('exits', { type: () => Int, description: 'How many more exits, 1 to 1,000.' }) exits: number,
    @Args() { asOf }: AsOfArgs,
  ) {
    return this.forecasts.ofPortfolio(portfolio, exits, asOf ?? null);
  }
}
