import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { unstorable } from '../../../domain/basics/text.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Templates } from '../../templates/queries/templates.js';
import type { LinkStamp, StandingLink } from '../persistence/ticket-link.repository.js';
import type { StoredTicket } from '../persistence/ticket.repository.js';
import { HeldTickets } from './held-tickets.js';

/** A ticket as people name it. */
export interface TicketName {
  readonly connectionId: string;
  readonly ticketKey: string;
}

/** What is on the table when somebody links or unlinks: nobody else changes the links of this ticket meanwhile. */
export interface LinkScene {
  readonly connection: Connection;
  readonly ticket: StoredTicket;
  readonly links: readonly StandingLink[];
  readonly initiative: Initiative;
  readonly stamp: LinkStamp;
}

/** Lays out what linking and unlinking by hand rest on. Open to no client by itself. */
@Injectable()
export class LinkTable {
  constructor(
    private readonly held: HeldTickets,
    private readonly initiatives: Initiatives,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  /**
   * NOT_FOUND for everything that is not there, or not for this viewer, or of another portfolio than the initiative. By a
   * connection that was deleted nothing is linked any more, and what is linked can still be unlinked.
   */
  async lay(
    tx: Tx,
    viewer: Viewer,
    initiativeId: string,
    { connectionId, ticketKey }: TicketName,
    what: 'LINK' | 'UNLINK',
  ): Promise<Result<{ readonly scene: LinkScene; readonly template: WorkflowTemplate }>> {
    const initiative = await this.initiatives.seenBy(viewer, initiativeId, tx);
    if (!initiative || !requireAccess(viewer, 'ticket:link', initiative.portfolioId)) {
      return refuse(notFound('The initiative', ['initiativeId']));
    }
    const connection = await this.held.connection(tx, connectionId, initiative.portfolioId);
    if (!connection || (connection.deletedAt !== null && what === 'LINK')) {
      return refuse(notFound('The connection', ['input', 'connectionId']));
    }
    const found =
      unstorable(ticketKey) === null ? await this.held.ticket(tx, connection, ticketKey, initiative.id) : null;
    if (!found) {
      return refuse(unheardOf(ticketKey, connection));
    }
    const stamp = { at: this.clock.now(), by: viewer.userId };
    const template = await this.templates.get(initiative.templateId, tx);
    return accept({ scene: { connection, ...found, initiative, stamp }, template });
  }
}

const unheardOf = (key: string, { name }: Connection): Refusal => ({
  code: 'NOT_FOUND',
  message: `No ticket ${JSON.stringify(key.slice(0, 60))} was heard of by the connection ${JSON.stringify(name)}. It is known as soon as the tool tells of it, for instance when it is edited, or once a backfill has read it.`,
  field: ['input', 'ticketKey'],
});
