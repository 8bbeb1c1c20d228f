import { Args, Context, Parent, Query, Resolver } from '@nestjs/graphql';
import { mayPublishTemplates, type Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Role } from '../../identity/graphql/role.enum.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { Portfolios } from '../queries/portfolios.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly users: Users,
    private readonly portfolios: Portfolios,
  ) {}

  @Query(() => ViewerType, { description: 'Who is asking, and what they may do.' })
  viewer(@Viewing() viewer: Viewer) {
    return viewer;
  }

  @ResolveField(() => UserType, { description: 'The user whose API token it is.' })
  user(@Parent() viewer: Viewer, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, viewer.userId);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether you may publish templates: an instance admin may, and PROCESS_DESIGNER in any portfolio.',
  })
  mayPublishTemplates(@Parent() viewer: Viewer) {
    return mayPublishTemplates(viewer);
  }

  @ResolveField(() => [Role], {
    description: 'Your roles in a portfolio; none where there is no such portfolio for you.',
  })
  roles(
    @Parent() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
  ) {
    return this.portfolios.rolesOf(viewer, portfolioKey);
  }
}
