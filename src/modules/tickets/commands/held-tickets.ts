import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Connections, type Connection } from '../../connections/queries/connections.js';
import { TicketLinkRepository, type StandingLink } from '../persistence/ticket-link.repository.js';
import { TicketRepository, type StoredTicket } from '../persistence/ticket.repository.js';
import { Tickets } from '../queries/tickets.js';
import { HoldTickets } from './hold-tickets.js';

/** Tickets that nobody else works on until the transaction ends. Open to no client by itself. */
@Injectable()
export class HeldTickets {
  constructor(
    private readonly connections: Connections,
    private readonly tickets: Tickets,
    private readonly repository: TicketRepository,
    private readonly links: TicketLinkRepository,
    private readonly hold: HoldTickets,
  ) {}

  /** A connection of this portfolio, deleted or not. */
  async connection(tx: Tx, id: string, portfolioId: string): Promise<Connection | null> {
    const [connection] = await this.connections.byIds([id], tx);
    return connection?.portfolioId === portfolioId ? connection : null;
  }

  /** A connection that is known to be there. */
  connectionOf(tx: Tx, id: string): Promise<Connection> {
    return this.connections.get(id, tx);
  }

  /** The ticket that has this key, or had it, locked together with the initiative, and what it is linked to. */
  async ticket(
    tx: Tx,
    connection: Connection,
    key: string,
    initiativeId: string,
  ): Promise<{ readonly ticket: StoredTicket; readonly links: readonly StandingLink[] } | null> {
    const found = await this.tickets.byKey(connection.id, key, tx);
    return found && this.byExternalId(tx, connection, found.externalId, [initiativeId]);
  }

  async byExternalId(
    tx: Tx,
    connection: Connection,
    externalId: string,
    initiativeIds: readonly string[] = [],
  ): Promise<{ readonly ticket: StoredTicket; readonly links: readonly StandingLink[] } | null> {
    await this.hold.run(tx, connection, { tickets: [externalId], initiativeIds });
    const ticket = await this.repository.find(tx, connection.id, externalId);
    return ticket && { ticket, links: await this.links.linksOf(tx, ticket.id) };
  }
}
