import { Context, Parent, Resolver } from '@nestjs/graphql';
import { rolesIn, type Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Role } from '../../identity/graphql/role.enum.js';
import { Viewing } from '../../identity/viewing.js';
import { PortfolioPeople } from '../queries/portfolio-people.js';
import type { Portfolio } from '../queries/portfolios.js';
import { PortfolioMemberType } from './portfolio-member.type.js';
import { PortfolioType } from './portfolio.type.js';

@Resolver(() => PortfolioType)
export class PortfolioMembersResolver {
  constructor(private readonly people: PortfolioPeople) {}

  @ResolveField(() => [PortfolioMemberType], {
    description: 'Its members, by name. Instance admins act in it without being members.',
  })
  async members(@Parent() { id }: Portfolio, @Context() context: GraphqlContext) {
    const people = await this.people.of.load(context, id);
    return people.flatMap((user) => {
      const roles = user.roles.get(id);
      return roles ? [{ user, roles }] : [];
    });
  }

  @ResolveField(() => [Role], { description: 'The roles you act with in it; ADMIN for an instance admin.' })
  viewerRoles(@Parent() { id }: Portfolio, @Viewing() viewer: Viewer) {
    return rolesIn(viewer, id);
  }
}
