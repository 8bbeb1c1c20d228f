import { Args, Context, ID, Int, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { PostStatusUpdate } from '../commands/post-status-update.js';
import { StatusUpdates, type StatusUpdate } from '../queries/status-updates.js';
import {
  StatusUpdateConnection,
  StatusUpdateInput,
  StatusUpdatePayload,
  StatusUpdateType,
} from './status-update.types.js';

@Resolver(() => StatusUpdateType)
export class StatusUpdateResolver {
  constructor(
    private readonly postStatusUpdate: PostStatusUpdate,
    private readonly initiatives: Initiatives,
    private readonly users: Users,
  ) {}

  @Mutation(() => StatusUpdatePayload, {
    description:
      'Tells how an initiative is doing; it takes PROGRAM_MANAGER, or to be its owner or sponsor. A KILLED or RETIRED one takes none. It counts as activity.',
  })
  async statusUpdatePost(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => StatusUpdateInput, description: 'What is to be told.' }) input: StatusUpdateInput,
  ) {
    const { health, text } = input;
    const result = await this.postStatusUpdate.run(viewer, initiativeId, { health, text });
    return payload(result, (statusUpdate) => ({ statusUpdate }));
  }

  @ResolveField(() => InitiativeType, { description: 'The initiative it is of.' })
  initiative(@Parent() update: StatusUpdate, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, update.initiativeId);
  }

  @ResolveField(() => UserType, { description: 'Who posted it.' })
  postedBy(@Parent() update: StatusUpdate, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, update.postedById);
  }
}

@Resolver(() => InitiativeType)
export class InitiativeStatusUpdatesResolver {
  constructor(private readonly updates: StatusUpdates) {}

  @ResolveField(() => StatusUpdateConnection, { description: 'What was told of it, the newest first.' })
  statusUpdates(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.updates.ofInitiative(context, initiative.id, { first: pageSize(first), after: after ?? null });
  }

  @ResolveField(() => StatusUpdateType, {
    nullable: true,
    description: 'What was told of it last; null where nobody has told anything yet.',
  })
  latestStatusUpdate(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.updates.latestOf.load(context, initiative.id);
  }
}
