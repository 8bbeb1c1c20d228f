import { Args, Context, ID, Int, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { ClosePeriod } from '../commands/close-period.js';
import { ReopenPeriod } from '../commands/reopen-period.js';
import { EffortPeriods, type EffortPeriod } from '../queries/effort-periods.js';
import { EffortPeriodCloseInput, EffortPeriodPayload, EffortPeriodType } from './effort-period.types.js';

@Resolver(() => EffortPeriodType)
export class EffortPeriodResolver {
  constructor(
    private readonly closePeriod: ClosePeriod,
    private readonly reopenPeriod: ReopenPeriod,
    private readonly periods: EffortPeriods,
    private readonly users: Users,
  ) {}

  @Mutation(() => EffortPeriodPayload, {
    description:
      'Closes days of the ledger of effort that are over; it takes PROGRAM_MANAGER or ADMIN. What is sent for them from then on is queued.',
  })
  async effortPeriodClose(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('input', { type: () => EffortPeriodCloseInput, description: 'The days.' }) input: EffortPeriodCloseInput,
  ) {
    const { from, to, note = null } = input;
    return payload(await this.closePeriod.run(viewer, portfolioKey, { from, to, note }), (period) => ({ period }));
  }

  @Mutation(() => EffortPeriodPayload, {
    description:
      'Reopens days that were closed, with a reason; it takes ADMIN. Late entries that wait go on waiting to be accepted or refused, and entries whose category nobody stated follow the rules in force now, by reversal and re-entry.',
  })
  async effortPeriodReopen(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The period.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.reopenPeriod.run(viewer, id, reason), (period) => ({ period }));
  }

  @ResolveField(() => DecimalScalar, { description: 'What the ledger holds of these days in person-days now.' })
  personDaysNow(@Parent() period: EffortPeriod, @Context() context: GraphqlContext) {
    return this.periods.personDaysNow.load(context, period.id);
  }

  @ResolveField(() => Int, {
    description:
      'How many late entries wait that would enter something into these days, or take something out of them.',
  })
  lateEffortPending(@Parent() period: EffortPeriod, @Context() context: GraphqlContext) {
    return this.periods.latePending.load(context, period.id);
  }

  @ResolveField(() => UserType, { description: 'Who closed it.' })
  closedBy(@Parent() period: EffortPeriod, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, period.closedById);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who reopened it; null while it is closed.' })
  reopenedBy(@Parent() period: EffortPeriod, @Context() context: GraphqlContext) {
    return period.reopenedById === null ? null : this.users.byId.load(context, period.reopenedById);
  }
}
