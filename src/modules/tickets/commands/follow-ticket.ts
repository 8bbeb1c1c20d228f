import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { TicketLinkRepository, type LinkStamp } from '../persistence/ticket-link.repository.js';
import { TicketRepository } from '../persistence/ticket.repository.js';
import { FollowRules } from './follow-rules.js';
import { SyncEffort } from './sync-effort.js';

/** What of a ticket is otherwise. */
export interface TicketTouch {
  /** It is new, or what rules look at is otherwise. */
  readonly areTraitsOther: boolean;
  readonly isWorkOther: boolean;
}

/**
 * Does what follows from a ticket being otherwise: it is linked as the rules say, and the work on it is booked. Work on a
 * ticket nobody told of waits until it is told, and the tool is asked for it. Open to no client by itself.
 */
@Injectable()
export class FollowTicket {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly links: TicketLinkRepository,
    private readonly rules: FollowRules,
    private readonly effort: SyncEffort,
  ) {}

  async run(
    tx: Tx,
    connection: Connection,
    externalId: string,
    { areTraitsOther, isWorkOther }: TicketTouch,
    stamp: LinkStamp,
  ): Promise<void> {
    const ticket = await this.tickets.find(tx, connection.id, externalId);
    if (!ticket || ticket.toolUpdatedAt === null) {
      if (isWorkOther) {
        const why = 'work on a ticket that is not known';
        await this.links.wish(
          tx,
          connection,
          { what: 'TICKET', ticket: externalId, isKey: false, worklogExternalId: null, why },
          stamp.at,
        );
      }
      return;
    }
    const isLinkedOtherwise = areTraitsOther && (await this.rules.run(tx, ticket, stamp));
    if (areTraitsOther || isWorkOther || isLinkedOtherwise) {
      await this.effort.run(tx, connection, ticket);
    }
  }
}
