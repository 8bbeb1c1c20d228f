import { Args, Context, ID, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { decimal } from '../../../domain/basics/decimal.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { fault } from '../../../platform/faults.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Viewing } from '../../identity/viewing.js';
import { LinkTicket } from '../commands/link-ticket.js';
import { UnlinkTicket } from '../commands/unlink-ticket.js';
import { Tickets, type Ticket } from '../queries/tickets.js';
import { TicketLinkInput, TicketsArgs, TicketUnlinkInput } from './ticket.inputs.js';
import { TicketConnection, TicketLinkPayload, TicketLinkType, TicketType } from './ticket.types.js';

@Resolver(() => TicketType)
export class TicketResolver {
  constructor(
    private readonly queries: Tickets,
    private readonly link: LinkTicket,
    private readonly unlink: UnlinkTicket,
  ) {}

  @Query(() => TicketConnection, {
    description: 'The tickets a connection told of, by key. Whoever may not know of the connection is told of none.',
  })
  async tickets(@Viewing() viewer: Viewer, @Args() { connectionId, first, after, key, unlinked }: TicketsArgs) {
    const paging = { first: pageSize(first), after: after ?? null };
    const filter = { key: key ?? null, isUnlinked: unlinked ?? false };
    const page = await this.queries.ofConnection(viewer, connectionId, filter, paging);
    if (!page) {
      throw fault('BAD_USER_INPUT', 'connectionId is no connection you may know of.');
    }
    return page;
  }

  @Mutation(() => TicketLinkPayload, {
    description:
      'Links a ticket to an initiative, and to a criterion that asks for tickets to be done. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. The work on it is booked there at once; what a rule linked it to elsewhere ends.',
  })
  async ticketLink(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => TicketLinkInput, description: 'Which ticket, and how.' }) input: TicketLinkInput,
  ) {
    const { connectionId, ticketKey, criterionKey, sharePercent } = input;
    const result = await this.link.run(viewer, initiativeId, {
      connectionId,
      ticketKey,
      criterionKey: criterionKey ?? null,
      sharePercent: sharePercent ?? decimal('100'),
    });
    return this.told(result);
  }

  @Mutation(() => TicketLinkPayload, {
    description:
      'Ends what links a ticket with one criterion, or with the initiative. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. The work on it is taken back from there. Where a rule linked it, it stays off until somebody links it there again.',
  })
  async ticketUnlink(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => TicketUnlinkInput, description: 'Which ticket.' }) input: TicketUnlinkInput,
  ) {
    const { connectionId, ticketKey, criterionKey } = input;
    return this.told(
      await this.unlink.run(viewer, initiativeId, { connectionId, ticketKey, criterionKey: criterionKey ?? null }),
    );
  }

  @ResolveField(() => [TicketLinkType], { description: 'The initiatives it belongs to.' })
  links(@Parent() ticket: Ticket, @Context() context: GraphqlContext) {
    return this.queries.linksOf.load(context, ticket.id);
  }

  private async told(result: Awaited<ReturnType<LinkTicket['run']>>) {
    const ticket = result.ok ? await this.queries.get(result.value.ticketId) : null;
    return payload(result, () => ({ ticket }));
  }
}
