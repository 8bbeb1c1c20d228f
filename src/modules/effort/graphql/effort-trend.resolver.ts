import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { TrendStep } from '../../../domain/effort/periods.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { EffortTrends } from '../queries/effort-trends.js';
import { EffortTrendStep, EffortTrendType } from './effort-trend.types.js';

@Resolver(() => PortfolioType)
export class EffortTrendResolver {
  constructor(private readonly trends: EffortTrends) {}

  @ResolveField(() => EffortTrendType, {
    description: 'How the split of effort moved, each period against the scheme in force on its own last day.',
  })
  effortTrend(
    @Parent() portfolio: Portfolio,
    @Args('from', { type: () => DateScalar, description: 'The first day that counts.' }) from: CalendarDate,
    @Args('to', { type: () => DateScalar, description: 'The last day that counts; at most 120 periods lie between.' })
    to: CalendarDate,
    @Args('by', {
      type: () => EffortTrendStep,
      nullable: true,
      defaultValue: 'QUARTER',
      description: 'What it goes by.',
    })
    by: TrendStep | null,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'Only what was recorded and published by then counts; null: all of it.',
    })
    asOf?: Instant | null,
  ) {
    return this.trends.ofPortfolio(portfolio, { from, to, asOf: asOf ?? null }, by ?? 'QUARTER');
  }
}
