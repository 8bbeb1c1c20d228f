import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { Clock } from '../../../platform/clock.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { AllocationSchemes } from '../queries/allocation-schemes.js';
import type { Portfolio } from '../queries/portfolios.js';
import { AllocationSchemeType } from './allocation-scheme.types.js';
import { PortfolioType } from './portfolio.type.js';

@Resolver(() => PortfolioType)
export class AllocationSchemeResolver {
  constructor(
    private readonly schemes: AllocationSchemes,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => AllocationSchemeType, {
    description: 'How effort should be split: the scheme in force on a day.',
  })
  allocationScheme(
    @Parent() portfolio: Portfolio,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'The day; default: today.' })
    on?: CalendarDate | null,
  ) {
    return this.schemes.inForce(portfolio.id, on ?? dateAt(this.clock.now(), portfolio.timeZone));
  }
}
