import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Result } from '../../../domain/basics/result.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { AcceptLateEffort } from '../commands/accept-late-effort.js';
import type { LateOutcome, LateSettled } from '../commands/late-book.js';
import { RefuseLateEffort } from '../commands/refuse-late-effort.js';
import { LateEfforts, type LateEffort } from '../queries/late-efforts.js';
import { EffortLatePayload, EffortLateRow, LateEffortType } from './late-effort.types.js';

const NOTHING_SETTLED = { settled: 0, rows: [] };

const told = (result: Result<LateSettled>) => ({
  ...NOTHING_SETTLED,
  ...payload(result, ({ settled, rows }) => ({
    settled,
    rows: rows.map(({ refusals, ...row }) => ({ ...row, userErrors: refusals })),
  })),
});

@Resolver(() => LateEffortType)
export class LateEffortResolver {
  constructor(
    private readonly acceptLate: AcceptLateEffort,
    private readonly refuseLate: RefuseLateEffort,
    private readonly users: Users,
    private readonly initiatives: Initiatives,
  ) {}

  @Mutation(() => EffortLatePayload, {
    description:
      'Lets late entries into the ledger, in the period they are for, row by row; it takes PROGRAM_MANAGER or ADMIN.',
  })
  @RefusedAs(NOTHING_SETTLED)
  async effortLateAccept(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('ids', { type: () => [ID], description: 'The late entries, at most 5,000.' }) ids: string[],
    @Args('reason', { type: () => String, nullable: true, description: 'Why, at most 4,000 characters.' })
    reason?: string | null,
  ) {
    return told(await this.acceptLate.run(viewer, portfolioKey, ids, reason ?? null));
  }

  @Mutation(() => EffortLatePayload, {
    description: 'Refuses late entries, row by row, and keeps them with the reason; it takes PROGRAM_MANAGER or ADMIN.',
  })
  @RefusedAs(NOTHING_SETTLED)
  async effortLateRefuse(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('ids', { type: () => [ID], description: 'The late entries, at most 5,000.' }) ids: string[],
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return told(await this.refuseLate.run(viewer, portfolioKey, ids, reason));
  }

  @ResolveField(() => InitiativeType, { description: 'The initiative that was worked on.' })
  initiative(@Parent() late: LateEffort, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, late.initiativeId);
  }

  @ResolveField(() => UserType, { description: 'Who sent it.' })
  receivedBy(@Parent() late: LateEffort, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, late.receivedById);
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'Who accepted or refused it, or sent something newer; null while it waits.',
  })
  decidedBy(@Parent() late: LateEffort, @Context() context: GraphqlContext) {
    return late.decidedById === null ? null : this.users.byId.load(context, late.decidedById);
  }
}

@Resolver(() => EffortLateRow)
export class EffortLateRowResolver {
  constructor(private readonly late: LateEfforts) {}

  @ResolveField(() => LateEffortType, {
    nullable: true,
    description: 'The late entry as it stands now; null where there is none.',
  })
  lateEffort(@Parent() { id, isKnown }: LateOutcome, @Context() context: GraphqlContext) {
    return isKnown ? this.late.byId.load(context, id) : null;
  }
}
