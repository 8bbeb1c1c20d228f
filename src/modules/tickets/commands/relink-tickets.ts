import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RelinkLater, type RelinkJob } from '../../connections/commands/relink-later.js';
import { RelinkTicket } from './relink-ticket.js';

/** A job goes on for so many tickets and then lets others pass. */
const AT_ONCE = 200;

const NEXT = `
  SELECT id, connection_id AS "connectionId", external_id AS "externalId" FROM ticket
  WHERE portfolio_id = $1 AND ($2::uuid IS NULL OR connection_id = $2) AND ($3::uuid IS NULL OR id > $3)
  ORDER BY id LIMIT ${AT_ONCE}`;

interface NextTicket {
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
}

/**
 * Has tickets follow rules that changed, or settings of their connection: each is linked as the rules say now, and the work on
 * it is booked as it is to be. Tickets are looked at one by one, in transactions of their own, 200 a job.
 */
@Injectable()
export class RelinkTickets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly relink: RelinkTicket,
    private readonly later: RelinkLater,
  ) {}

  /** What a job does; the rest is left to the next. */
  async run(job: RelinkJob): Promise<void> {
    const { portfolioId, connectionId, after } = job;
    const tickets = await this.database.rows<NextTicket>(NEXT, [portfolioId, connectionId, after]);
    for (const ticket of tickets) {
      await this.relink.run(ticket.connectionId, ticket.externalId);
    }
    const last = tickets.at(-1);
    if (last && tickets.length === AT_ONCE) {
      await this.work.run(async (tx) => {
        await this.later.goOn(tx, { ...job, after: last.id });
        return accept(null);
      });
    }
  }
}
