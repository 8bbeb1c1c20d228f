import { Injectable } from '@nestjs/common';
import type { ConnectionSettings } from '../../../domain/tickets/connection-settings.js';
import { traitsOf } from '../../../domain/tickets/links.js';
import { shareWork } from '../../../domain/tickets/share-work.js';
import type { WorklogSnapshot } from '../../../domain/tickets/ticket.js';
import { piecesOfReadings, piecesOfWorklogs, type WorkPiece } from '../../../domain/tickets/work-pieces.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { TicketLinkRepository } from '../persistence/ticket-link.repository.js';
import { TicketRepository, type StoredTicket } from '../persistence/ticket.repository.js';
import { WorkRepository } from '../persistence/work.repository.js';
import { BookWork } from './book-work.js';

/** What entries of effort that come by a connection name as their source. */
export const sourceOf = ({ tool, id }: Pick<Connection, 'tool' | 'id'>): string => `${tool.toLowerCase()}:${id}`;

/** Work that our own users of the tool are the authors of is nobody's, by whichever way it was learnt. */
const isOfPeople =
  ({ ignoredUserIds }: ConnectionSettings) =>
  ({ author }: WorklogSnapshot): boolean =>
    author === null || !ignoredUserIds.includes(author.externalId);

const LONGEST_PROBLEM = 500;

/**
 * Brings the ledger to what the work on a ticket comes to: every piece of it is booked on each initiative it is linked to, by
 * its share, and what is booked and not wanted any more is taken back. It looks at all that is known of the ticket and not at
 * what was told last, so it may be run again at any time. What the ledger refuses is said on the ticket. The ticket's name is
 * locked by the caller. Open to no client by itself.
 */
@Injectable()
export class SyncEffort {
  constructor(
    private readonly work: WorkRepository,
    private readonly tickets: TicketRepository,
    private readonly links: TicketLinkRepository,
    private readonly portfolios: Portfolios,
    private readonly bookWork: BookWork,
  ) {}

  async run(tx: Tx, connection: Connection, ticket: StoredTicket): Promise<void> {
    const shares = await this.links.linksOf(tx, ticket.id);
    const booked = await this.work.bookedOf(tx, connection.id, ticket.externalId);
    if (shares.length === 0 && booked.length === 0) {
      return;
    }
    const portfolio = await this.portfolios.get(connection.portfolioId, tx);
    const pieces = shares.length > 0 ? await this.pieces(tx, connection, ticket.externalId, portfolio.timeZone) : [];
    const source = sourceOf(connection);
    const wanted = shareWork(pieces, shares, source, traitsOf(ticket, connection.id));
    const { entered, problems } = await this.bookWork.run(tx, portfolio, source, wanted, booked);
    await this.note(tx, connection, ticket, { booked, entered });
    const problem = [...new Set(problems)].join(' ').slice(0, LONGEST_PROBLEM) || null;
    if (problem !== ticket.effortProblem) {
      await this.tickets.noteEffortProblem(tx, ticket.id, problem);
    }
  }

  /** Keeps as what the work is booked from now on. Most of what is told leaves it as it was. */
  private async note(
    tx: Tx,
    connection: Connection,
    { externalId }: StoredTicket,
    { booked, entered }: { readonly booked: readonly string[]; readonly entered: ReadonlySet<string> },
  ): Promise<void> {
    const before = new Set(booked);
    await this.work.book(
      tx,
      connection,
      externalId,
      [...entered].filter((id) => !before.has(id)),
    );
    await this.work.unbook(
      tx,
      connection.id,
      booked.filter((id) => !entered.has(id)),
    );
  }

  private async pieces(
    tx: Tx,
    { id, settings }: Connection,
    externalId: string,
    timeZone: string,
  ): Promise<readonly WorkPiece[]> {
    switch (settings.effort) {
      case 'WORKLOGS':
        return piecesOfWorklogs((await this.work.worklogsOf(tx, id, externalId)).filter(isOfPeople(settings)));
      case 'COUNTER': {
        const readings = await this.work.readingsOf(tx, id, externalId);
        const carried = await this.work.carriedOf(tx, id, externalId);
        return piecesOfReadings(readings, timeZone, settings.countOpeningBalance, carried);
      }
      case 'NONE':
        return [];
    }
  }
}
