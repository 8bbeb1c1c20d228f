import { Args, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { DecisionRecords } from '../queries/decision-records.js';
import { DecisionStatisticsType } from './decision-statistics.types.js';
import { ReportPeriodArgs } from './report.args.js';

@Resolver(() => PortfolioType)
export class DecisionStatisticsResolver {
  constructor(private readonly records: DecisionRecords) {}

  @ResolveField(() => DecisionStatisticsType, {
    description: 'How each gate decided in a period, what waits there, and whether it is a rubber stamp.',
  })
  decisionStatistics(@Parent() portfolio: Portfolio, @Args() { from, to, asOf }: ReportPeriodArgs) {
    return this.records.ofPortfolio(portfolio, { from, to }, asOf ?? null);
  }
}
