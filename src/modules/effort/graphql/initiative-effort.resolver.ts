import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { EffortSplits } from '../queries/effort-splits.js';
import { EffortSplitType } from './effort-split.types.js';

@Resolver(() => InitiativeType)
export class InitiativeEffortResolver {
  constructor(private readonly splits: EffortSplits) {}

  @ResolveField(() => EffortSplitType, {
    description: "How its effort was split, against its portfolio's scheme in force on the last day; it has no groups.",
  })
  effortSplit(
    @Parent() { id, portfolioId }: Initiative,
    @Context() context: GraphqlContext,
    @Args('from', {
      type: () => DateScalar,
      nullable: true,
      description: 'The first day that counts; default: that of its first effort.',
    })
    from?: CalendarDate | null,
    @Args('to', {
      type: () => DateScalar,
      nullable: true,
      description: 'The last day that counts; default: today, or the day of asOf.',
    })
    to?: CalendarDate | null,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'Only what was recorded by then counts; null: all of it.',
    })
    asOf?: Instant | null,
  ) {
    return this.splits.ofInitiative.load(context, id, {
      portfolioId,
      from: from ?? null,
      to: to ?? null,
      asOf: asOf ?? null,
    });
  }
}
