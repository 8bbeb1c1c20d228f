import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { ValueBalances } from '../queries/value-balances.js';
import { ReportPeriodArgs } from './report.args.js';
import { ValueBalanceRowType } from './value-balance.types.js';

@Resolver(() => PortfolioType)
export class ValueBalanceResolver {
  constructor(private readonly balances: ValueBalances) {}

  @ResolveField(() => [ValueBalanceRowType], {
    description: 'How initiatives and effort of a period spread over the five value theses, in their order.',
  })
  valueBalance(
    @Parent() portfolio: Portfolio,
    @Context() context: GraphqlContext,
    @Args() { from, to, asOf }: ReportPeriodArgs,
  ) {
    return this.balances.shared.load(context, { portfolio, days: { from, to }, asOf: asOf ?? null });
  }
}
