import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { JoinBooks } from '../../effort/commands/join-books.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import type { ConnectionRow } from '../persistence/connection-row.js';
import { TicketLinkRepository } from '../persistence/ticket-link.repository.js';
import { TicketRepository } from '../persistence/ticket.repository.js';

/** What nobody else is to work on until the transaction ends. */
export interface Held {
  readonly tickets: readonly string[];
  readonly worklogs?: readonly string[];
  /** Beside those that the tickets are linked to. */
  readonly initiativeIds?: readonly string[];
}

/**
 * Takes all locks of work on tickets in the one order that everybody keeps to: tickets and entries of work, the books of
 * effort, then the initiatives concerned; the audit trail comes last of all. Open to no client by itself.
 */
@Injectable()
export class HoldTickets {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly links: TicketLinkRepository,
    private readonly books: JoinBooks,
    private readonly initiatives: Initiatives,
  ) {}

  async run(
    tx: Tx,
    { id, portfolioId }: ConnectionRow,
    { tickets, worklogs = [], initiativeIds = [] }: Held,
  ): Promise<void> {
    const names = [...tickets.map((ticket) => `ticket ${ticket}`), ...worklogs.map((worklog) => `worklog ${worklog}`)];
    await this.tickets.lock(tx, id, names);
    await this.books.run(tx, portfolioId);
    const linked = await this.links.initiativesOf(tx, id, tickets);
    await this.initiatives.lockAll([...new Set([...linked, ...initiativeIds])], tx);
  }
}
