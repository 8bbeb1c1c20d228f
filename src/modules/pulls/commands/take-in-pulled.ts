import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { TakeIn } from '../../tickets/commands/take-in.js';
import { KnownTickets, type KnownVersion } from '../queries/known-tickets.js';
import { revive } from './revive.js';

/** Takes in what was read, in the transaction of the caller; what was deleted and is there again was brought back. */
@Injectable()
export class TakeInPulled {
  constructor(
    private readonly takeIn: TakeIn,
    private readonly known: KnownTickets,
  ) {}

  /**
   * How many tickets, worklogs and readings are other than before. `seenAt`: when they were asked for by their ids; null: by a
   * list. `onlyNew`: what was told of this version before is left out, so that what is counted was not told.
   */
  async run(
    tx: Tx,
    connection: Connection,
    events: readonly CanonicalEvent[],
    { seenAt, onlyNew }: { readonly seenAt: Instant | null; readonly onlyNew: boolean },
  ): Promise<number> {
    const ids = events.flatMap((event) => (event.type === 'ticket.upserted' ? [event.ticket.externalId] : []));
    const deleted = await this.known.deletedAmong(connection.id, ids, tx);
    const told = new Map(
      (onlyNew ? await this.known.versionsOf(connection.id, ids, tx) : [])
        .filter(({ externalId }) => !deleted.has(externalId))
        .map((version) => [version.externalId, version]),
    );
    const news = revive(events, deleted, seenAt).filter((event) => !isTold(event, told));
    return news.length === 0 ? 0 : (await this.takeIn.run(tx, connection, news, 'PULL')).changed;
  }
}

const isTold = (event: CanonicalEvent, told: ReadonlyMap<string, KnownVersion>): boolean => {
  const known = event.type === 'ticket.upserted' ? told.get(event.ticket.externalId) : undefined;
  if (event.type !== 'ticket.upserted' || !known) {
    return false;
  }
  const { revision, updatedAt } = event.ticket;
  return revision !== null && known.revision !== null ? known.revision >= revision : known.updatedAt >= updatedAt;
};
