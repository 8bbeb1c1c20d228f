import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import type { BasisChange } from '../queries/basis-changes.js';
import { Tickets, type TicketLink } from '../queries/tickets.js';
import { BasisChangeType, TicketConnection, TicketLinkType, TicketType } from './ticket.types.js';

const PAGE = 25;

@Resolver(() => InitiativeType)
export class InitiativeTicketsResolver {
  constructor(private readonly queries: Tickets) {}

  @ResolveField(() => TicketConnection, { description: 'The tickets that belong to it, by key.' })
  tickets(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: PAGE, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.queries.ofInitiative(context, initiative.id, { first: pageSize(first ?? PAGE), after: after ?? null });
  }
}

@Resolver(() => TicketLinkType)
export class TicketLinkEdgesResolver {
  constructor(private readonly initiatives: Initiatives) {}

  @ResolveField(() => InitiativeType, { description: 'The initiative.' })
  initiative(@Parent() link: TicketLink, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, link.initiativeId);
  }
}

@Resolver(() => BasisChangeType)
export class BasisChangeEdgesResolver {
  constructor(private readonly tickets: Tickets) {}

  @ResolveField(() => TicketType, { description: 'The ticket that was done and no longer is.' })
  ticket(@Parent() change: BasisChange, @Context() context: GraphqlContext) {
    return this.tickets.byId.load(context, change.ticketId);
  }
}
