import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Funnels, type StageOfFunnel } from '../queries/funnels.js';
import { FunnelStageType, FunnelType } from './funnel.types.js';
import { ReportPeriodArgs } from './report.args.js';

@Resolver(() => PortfolioType)
export class FunnelResolver {
  constructor(private readonly funnels: Funnels) {}

  @ResolveField(() => FunnelType, {
    description: 'Who entered each stage in a period, and what had become of them by its end.',
  })
  funnel(@Parent() portfolio: Portfolio, @Args() { from, to, asOf }: ReportPeriodArgs) {
    return this.funnels.ofPortfolio(portfolio, { from, to }, asOf ?? null);
  }
}

@Resolver(() => FunnelStageType)
export class FunnelStageResolver {
  constructor(private readonly funnels: Funnels) {}

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description:
      'The median of the days in the stage, over all visits and without time on hold, of those of the entered that had left it; null where nobody had.',
  })
  medianDays(@Parent() stage: StageOfFunnel, @Context() context: GraphqlContext) {
    return this.funnels.medianDays(context, stage);
  }
}
