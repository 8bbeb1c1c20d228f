import { Args, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { ReviewList } from '../queries/review-list.js';
import { PortfolioReviewsArgs } from './portfolio-reviews.args.js';
import { GateReviewConnection } from './review.types.js';

@Resolver(() => PortfolioType)
export class PortfolioReviewsResolver {
  constructor(
    private readonly list: ReviewList,
    private readonly settle: SettleChanges,
  ) {}

  @ResolveField(() => GateReviewConnection, {
    description: 'Its reviews, page by page: what is due first comes first, what has no due date last.',
  })
  async gateReviews(@Parent() portfolio: Portfolio, @Args() args: PortfolioReviewsArgs) {
    const { status = null, dueBefore = null, inDanger = null, first, after = null } = args;
    if (inDanger !== null) {
      await this.settle.portfolio(portfolio.id);
    }
    return this.list.page(portfolio, { status, dueBefore, inDanger }, pageSize(first), after);
  }
}
