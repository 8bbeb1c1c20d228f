import { Injectable } from '@nestjs/common';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import { Clock } from '../../../platform/clock.js';
import type { PullCursor, PullPage, PullStream } from '../../../tools/pull-client.js';
import { KnownTickets, type KnownTicket } from '../queries/known-tickets.js';
import type { ToolCall } from './tool-calls.js';

const A_STEP = 10;

const STREAM: PullStream = { name: 'linked-tickets', of: 'DELETIONS' };

/** The stream of the tickets that are linked, which are asked for one by one. */
export const LINKED_TICKETS = {
  stream: STREAM,
  beginning: { stream: STREAM.name, position: { after: '' }, isHistory: false },
} as const;

/** Looks after linked tickets one by one: what a tool does not list as changed, a deletion above all, is seen so. */
@Injectable()
export class LinkedTickets {
  constructor(
    private readonly known: KnownTickets,
    private readonly clock: Clock,
  ) {}

  /** The next ten of a connection. */
  async page(connectionId: string, tool: ToolCall, { after }: PullCursor): Promise<PullPage> {
    const tickets = await this.known.linkedAfter(connectionId, String(after ?? ''), A_STEP);
    const events: CanonicalEvent[] = [];
    for (const ticket of tickets) {
      events.push(...(await this.look(tool, ticket)));
    }
    const isLast = tickets.length < A_STEP;
    return { events, isLast, cursor: { after: isLast ? '' : (tickets.at(-1)?.externalId ?? '') } };
  }

  private async look({ client, call }: ToolCall, ticket: KnownTicket): Promise<readonly CanonicalEvent[]> {
    const looked = await client.ticket(call, ticket);
    switch (looked.found) {
      case 'THERE':
        return looked.events;
      case 'GONE':
        return [{ type: 'ticket.deleted', externalId: ticket.externalId, at: this.clock.now(), ticket: null }];
      case 'NO_ACCESS':
      case 'UNASKABLE':
        return [];
    }
  }
}
