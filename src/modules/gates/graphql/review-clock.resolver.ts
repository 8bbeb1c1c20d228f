import { Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { ageInDays, isOverdue } from '../../../domain/gates/review-clock.js';
import { Clock } from '../../../platform/clock.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { GateReviewType } from './review.types.js';

@Resolver(() => GateReviewType)
export class ReviewClockResolver {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, {
    description: "Whether it is still open after the day it was to be decided by, on the portfolio's calendar.",
  })
  async isOverdue(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return isOverdue(review, (await this.calendarOf(review, context)).today);
  }

  @ResolveField(() => Int, {
    description: "How many days of the portfolio's calendar ago it was requested, whatever became of it since.",
  })
  async ageDays(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    const { today, timeZone } = await this.calendarOf(review, context);
    return ageInDays(review, today, timeZone);
  }

  private async calendarOf({ portfolioId }: GateReview, context: GraphqlContext) {
    const portfolio = await this.portfolios.byId.load(context, portfolioId);
    if (!portfolio) {
      throw new Error(`Portfolio ${portfolioId} is referred to but not there.`);
    }
    return { timeZone: portfolio.timeZone, today: dateAt(this.clock.now(), portfolio.timeZone) };
  }
}
