import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { ViewerType } from '../../portfolios/graphql/viewer.type.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Inbox, type InboxItem } from '../queries/inbox.js';
import { InboxConnection, InboxItemType } from './inbox.types.js';

// No portfolio has this id: nothing waits in a portfolio that the viewer may not know of.
const NOWHERE = '00000000-0000-0000-0000-000000000000';

@Resolver(() => ViewerType)
export class ViewerInboxResolver {
  constructor(
    private readonly waiting: Inbox,
    private readonly portfolios: Portfolios,
  ) {}

  @ResolveField(() => InboxConnection, {
    description:
      'What waits for you in your portfolios, what is due first first: votes, decisions, evidence, conditions, waivers, late effort, mentions and reviews of benefits.',
  })
  async inbox(
    @Parent() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, nullable: true, description: 'Only in this portfolio.' })
    portfolioKey: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    const named = portfolioKey ?? null;
    const portfolio = named === null ? null : await this.portfolios.seenBy(viewer, named);
    const portfolioId = named === null ? null : (portfolio?.id ?? NOWHERE);
    return this.waiting.page(viewer, portfolioId, pageSize(first), after ?? null);
  }
}

@Resolver(() => InboxItemType)
export class InboxItemResolver {
  constructor(private readonly initiatives: Initiatives) {}

  @ResolveField(() => InitiativeType, { description: 'The initiative it is about.' })
  initiative(@Parent() item: InboxItem, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, item.initiativeId);
  }
}
