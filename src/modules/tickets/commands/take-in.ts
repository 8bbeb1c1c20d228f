import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { leftOutOf } from '../../../domain/tickets/left-out.js';
import type { Origin } from '../../../domain/tickets/snapshot-order.js';
import { storable } from '../../../domain/tickets/storable.js';
import { verdictOf, type TakenIn } from '../../../domain/tickets/taken-in.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { missingToAsk } from '../../../tools/asking/missing-to-ask.js';
import type { Connection } from '../../connections/queries/connections.js';
import { TicketLinkRepository } from '../persistence/ticket-link.repository.js';
import { FollowTicket } from './follow-ticket.js';
import { KeepTicket } from './keep-ticket.js';
import { KeepWork } from './keep-work.js';

export type { Origin, TakenIn };

/** A ticket that events touched, and whether what it is or the work on it is otherwise. */
interface Touched {
  readonly areTraitsOther: boolean;
  readonly isWorkOther: boolean;
}

/** What is taken in: by which connection, which way, when, and what of it is otherwise so far. */
interface Taking {
  readonly tx: Tx;
  readonly connection: Connection;
  readonly origin: Origin;
  readonly at: Instant;
  readonly touched: Map<string, Touched>;
  /** Tickets of which two things were told of one version. */
  readonly disputed: Set<string>;
}

/**
 * The one way of tickets, worklogs and readings into the product, by whichever way they were learnt. In the transaction of
 * the caller it brings snapshots forward by their version, reconciles the effort of their tickets with the ledger, notes
 * what became of linked criteria, and leaves wishes to refetch. The same events again, or in another order, come to the
 * same. Of one ticket, and of one entry of work, only one transaction at a time has anything taken in.
 */
@Injectable()
export class TakeIn {
  constructor(
    private readonly tickets: KeepTicket,
    private readonly work: KeepWork,
    private readonly follow: FollowTicket,
    private readonly links: TicketLinkRepository,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, connection: Connection, told: readonly CanonicalEvent[], origin: Origin): Promise<TakenIn> {
    const events = told.map(storable);
    await this.work.lock(tx, connection, events);
    const at = this.clock.now();
    const taking = { tx, connection, origin, at, touched: new Map<string, Touched>(), disputed: new Set<string>() };
    let changed = 0;
    for (const event of events) {
      changed += (await this.take(taking, event)) ? 1 : 0;
    }
    for (const [externalId, what] of taking.touched) {
      await this.follow.run(tx, connection, externalId, what, { at, by: SYSTEM_USER_ID });
    }
    const { wishes, missing } = await this.wish(taking, events);
    const leftOut = leftOutOf(told);
    return verdictOf(events, { changed, wishes, disputed: taking.disputed.size, missing, leftOut });
  }

  /** Has the tool asked for what was not said; how many wishes it came to, and what is missing for them to be fulfilled. */
  private async wish(
    { tx, connection, origin, at, disputed }: Taking,
    events: readonly CanonicalEvent[],
  ): Promise<{ readonly wishes: number; readonly missing: readonly string[] }> {
    // What was asked for and is still not said would be asked for without end.
    const wishes = origin === 'HOOK' ? events.filter((event) => event.type === 'refetch') : [];
    for (const { what, externalId, key, worklogExternalId, why } of wishes) {
      const wish = { what, ticket: externalId ?? key ?? '', isKey: externalId === null, worklogExternalId, why };
      await this.links.wish(tx, connection, wish, at);
    }
    const missing = missingToAsk(connection);
    for (const ticket of missing.length === 0 ? disputed : []) {
      const why = 'two different things were told of the same moment';
      await this.links.wish(tx, connection, { what: 'TICKET', ticket, isKey: false, worklogExternalId: null, why }, at);
    }
    return { wishes: wishes.length, missing };
  }

  /** Whether the event says anything new. */
  private async take(taking: Taking, event: CanonicalEvent): Promise<boolean> {
    const { tx, connection, at } = taking;
    switch (event.type) {
      case 'ticket.upserted':
      case 'ticket.deleted':
      case 'ticket.restored':
        return this.takeTicket(taking, event);
      case 'worklog.upserted':
      case 'worklog.deleted': {
        const tickets = await this.work.keepWorklog(tx, connection, event, at);
        tickets?.forEach((externalId) => {
          touch(taking, externalId, { isWorkOther: true });
        });
        return tickets !== null;
      }
      case 'effort.counter':
      case 'effort.carried': {
        const isNew = await (event.type === 'effort.counter'
          ? this.work.keepReading(tx, connection, event, at)
          : this.work.keepCarried(tx, connection, event, at));
        if (isNew) {
          touch(taking, event.ticketExternalId, { isWorkOther: true });
        }
        return isNew;
      }
      case 'refetch':
      case 'ignored':
      case 'unreadable':
        return false;
    }
  }

  private async takeTicket(taking: Taking, event: TicketEvent): Promise<boolean> {
    const { tx, connection, origin, at } = taking;
    const externalId = event.type === 'ticket.upserted' ? event.ticket.externalId : event.externalId;
    const news = {
      told: event.ticket && { ticket: event.ticket, origin },
      deletedAt: event.type === 'ticket.deleted' ? event.at : null,
      restoredAt: event.type === 'ticket.restored' ? event.at : null,
    };
    const { kept, isDisputed } = await this.tickets.run(tx, connection, externalId, news, at);
    if (isDisputed && origin === 'HOOK') {
      taking.disputed.add(externalId);
    }
    if (kept) {
      touch(taking, externalId, { areTraitsOther: kept.areTraitsOther });
    }
    return kept !== null;
  }
}

type TicketEvent = Extract<CanonicalEvent, { type: 'ticket.upserted' | 'ticket.deleted' | 'ticket.restored' }>;

const touch = ({ touched }: Taking, externalId: string, what: Partial<Touched>): void => {
  const before = touched.get(externalId) ?? { areTraitsOther: false, isWorkOther: false };
  touched.set(externalId, {
    areTraitsOther: before.areTraitsOther || (what.areTraitsOther ?? false),
    isWorkOther: before.isWorkOther || (what.isWorkOther ?? false),
  });
};
