import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { TakeIn } from '../../tickets/commands/take-in.js';
import { KnownTickets } from '../queries/known-tickets.js';
import { revive } from './revive.js';

/** Takes in what was read, in the transaction of the caller; what was deleted and is there again was brought back. */
@Injectable()
export class TakeInPulled {
  constructor(
    private readonly takeIn: TakeIn,
    private readonly known: KnownTickets,
  ) {}

  /** How many tickets, worklogs and readings are other than before. `seenAt`: when they were asked for by their ids; null: by a list. */
  async run(
    tx: Tx,
    connection: Connection,
    events: readonly CanonicalEvent[],
    seenAt: Instant | null,
  ): Promise<number> {
    if (events.length === 0) {
      return 0;
    }
    const ids = events.flatMap((event) => (event.type === 'ticket.upserted' ? [event.ticket.externalId] : []));
    const deleted = await this.known.deletedAmong(connection.id, ids, tx);
    return (await this.takeIn.run(tx, connection, revive(events, deleted, seenAt), 'PULL')).changed;
  }
}
