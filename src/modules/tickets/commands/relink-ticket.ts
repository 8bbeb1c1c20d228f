import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { accept } from '../../../domain/basics/result.js';
import type { TicketNews } from '../../../domain/tickets/bring-forward.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FollowTicket } from './follow-ticket.js';
import { HeldTickets } from './held-tickets.js';
import { KeepTicket } from './keep-ticket.js';

const NO_NEWS: TicketNews = { told: null, deletedAt: null, restoredAt: null };

/** Has one ticket follow the rules and the settings of its connection as they are now. Open to no client by itself. */
@Injectable()
export class RelinkTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly held: HeldTickets,
    private readonly keep: KeepTicket,
    private readonly follow: FollowTicket,
    private readonly clock: Clock,
  ) {}

  async run(connectionId: string, externalId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const connection = await this.held.connectionOf(tx, connectionId);
      await this.held.byExternalId(tx, connection, externalId);
      const stamp = { at: this.clock.now(), by: SYSTEM_USER_ID };
      await this.keep.run(tx, connection, externalId, NO_NEWS, stamp.at);
      await this.follow.run(tx, connection, externalId, { areTraitsOther: true, isWorkOther: true }, stamp);
      return accept(null);
    });
  }
}
