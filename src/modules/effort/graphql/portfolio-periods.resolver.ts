import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { LateStatus } from '../../../domain/effort/late-effort.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { EffortPeriods } from '../queries/effort-periods.js';
import { LateEfforts } from '../queries/late-efforts.js';
import { EffortPeriodType } from './effort-period.types.js';
import { LateEffortConnection, LateEffortStatus } from './late-effort.types.js';

@Resolver(() => PortfolioType)
export class PortfolioPeriodsResolver {
  constructor(
    private readonly periods: EffortPeriods,
    private readonly late: LateEfforts,
  ) {}

  @ResolveField(() => [EffortPeriodType], {
    description: 'The periods of effort that were ever closed, the one closed last first.',
  })
  effortPeriods(@Parent() portfolio: Portfolio, @Context() context: GraphqlContext) {
    return this.periods.ofPortfolio.load(context, portfolio.id);
  }

  @ResolveField(() => LateEffortConnection, {
    description: 'What was sent for days that were closed, the last one first, page by page.',
  })
  lateEffort(
    @Parent() portfolio: Portfolio,
    @Args('status', { type: () => LateEffortStatus, nullable: true, description: 'Only of this status.' })
    status: LateStatus | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.late.page(portfolio.id, status ?? null, { first: pageSize(first), after: after ?? null });
  }
}
