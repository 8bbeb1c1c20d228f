import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { bringWorklogForward } from '../../../domain/tickets/bring-forward.js';
import type { CanonicalEvent, CarriedEffort, CounterReading } from '../../../domain/tickets/ticket.js';
import { Overtaken, type Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { WorkRepository } from '../persistence/work.repository.js';
import { HoldTickets } from './hold-tickets.js';

type WorklogEvent = Extract<CanonicalEvent, { type: 'worklog.upserted' | 'worklog.deleted' }>;

const isOfWorklog = (event: CanonicalEvent): event is WorklogEvent =>
  event.type === 'worklog.upserted' || event.type === 'worklog.deleted';

const worklogIdIn = (event: WorklogEvent): string =>
  event.type === 'worklog.upserted' ? event.worklog.externalId : event.externalId;

/** The tickets an event names. */
const ticketsIn = (event: CanonicalEvent): readonly string[] => {
  switch (event.type) {
    case 'ticket.upserted':
      return [event.ticket.externalId];
    case 'ticket.deleted':
    case 'ticket.restored':
      return [event.externalId];
    case 'worklog.upserted':
      return [event.worklog.ticketExternalId];
    case 'worklog.deleted':
      return event.ticketExternalId === null ? [] : [event.ticketExternalId];
    case 'effort.counter':
    case 'effort.carried':
      return [event.ticketExternalId];
    case 'refetch':
    case 'ignored':
    case 'unreadable':
      return [];
  }
};

/** Keeps what is told of work on tickets. Open to no client by itself. */
@Injectable()
export class KeepWork {
  constructor(
    private readonly hold: HoldTickets,
    private readonly work: WorkRepository,
  ) {}

  /** Locks every ticket and entry of work that the events are about; of an entry the ticket too that it was on before. */
  async lock(tx: Tx, connection: Connection, events: readonly CanonicalEvent[]): Promise<void> {
    const { id } = connection;
    const worklogs = [...new Set(events.filter(isOfWorklog).map(worklogIdIn))];
    const before = await this.ticketsOf(tx, id, worklogs);
    await this.hold.run(tx, connection, { tickets: [...events.flatMap(ticketsIn), ...before], worklogs });
    if ((await this.ticketsOf(tx, id, worklogs)).join('\n') !== before.join('\n')) {
      throw new Overtaken('An entry of work moved to another ticket before it was locked.');
    }
  }

  /** The tickets on which the work is otherwise now; null where nothing new was told. */
  async keepWorklog(
    tx: Tx,
    connection: Connection,
    event: WorklogEvent,
    at: Instant,
  ): Promise<readonly string[] | null> {
    const id = worklogIdIn(event);
    const known = await this.work.findWorklog(tx, connection.id, id);
    const after = bringWorklogForward(
      known,
      event.type === 'worklog.upserted'
        ? { worklog: event.worklog, ticketExternalId: event.worklog.ticketExternalId, deletedAt: null }
        : { worklog: null, ticketExternalId: event.ticketExternalId, deletedAt: event.at },
    );
    if (known && JSON.stringify(after) === JSON.stringify(known)) {
      return null;
    }
    await this.work.saveWorklog(tx, connection, id, after, at);
    const touched = new Set([known?.ticketExternalId ?? null, after.ticketExternalId]);
    return [...touched].filter((ticket) => ticket !== null);
  }

  keepCarried(tx: Tx, connection: Connection, carried: CarriedEffort, at: Instant): Promise<boolean> {
    return this.work.carry(tx, connection, carried, at);
  }

  keepReading(tx: Tx, connection: Connection, reading: CounterReading, at: Instant): Promise<boolean> {
    return this.work.addReading(tx, connection, reading, at);
  }

  private async ticketsOf(tx: Tx, connectionId: string, worklogs: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const worklog of worklogs) {
      found.push((await this.work.findWorklog(tx, connectionId, worklog))?.ticketExternalId ?? '');
    }
    return found;
  }
}
