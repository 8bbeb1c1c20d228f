import { Args, Context, ID, Int, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../graphql-context.js';
import { ApiTokens, type ApiToken } from '../queries/api-tokens.js';
import { UserList } from '../queries/user-list.js';
import { Users } from '../queries/users.js';
import { Viewing } from '../viewing.js';
import { ApiTokenConnection, ApiTokenType } from './api-token.type.js';
import { UserConnection, UserType } from './user.type.js';

@Resolver()
export class DirectoryResolver {
  constructor(
    private readonly users: UserList,
    private readonly tokens: ApiTokens,
  ) {}

  @Query(() => UserConnection, {
    name: 'users',
    description: 'The users of the instance, by name; it takes an instance admin, or ADMIN in any portfolio.',
  })
  allUsers(
    @Viewing() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true, description: 'What the name or e-mail address holds.' })
    search: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.users.page(viewer, search ?? null, pageSize(first), after ?? null);
  }

  @Query(() => ApiTokenConnection, {
    description:
      'API tokens of yours, newest first, revoked and expired ones too; of anybody for an instance admin, and none of others for everybody else.',
  })
  apiTokens(
    @Viewing() viewer: Viewer,
    @Args('userId', { type: () => ID, nullable: true, description: 'Whose; default: yours.' })
    userId: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.tokens.page(viewer, userId ?? viewer.userId, pageSize(first), after ?? null);
  }
}

@Resolver(() => ApiTokenType)
export class ApiTokenResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => UserType, { description: 'Who made it.' })
  createdBy(@Parent() { createdById }: ApiToken, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, createdById);
  }
}
