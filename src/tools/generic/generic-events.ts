import { parseCalendarDate } from '../../domain/basics/calendar-date.js';
import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, ExternalUser } from '../../domain/tickets/ticket.js';
import { secondsAt } from '../reading/durations.js';
import { instantAt } from '../reading/instants.js';
import { textAt, wholeAt } from '../reading/json.js';
import type { GenericType } from './canonical-event-schema.js';
import { genericUser, ticketInData } from './generic-ticket.js';

/** Data that fit the schema of their type, and what is said around them. */
export interface GenericEvent {
  readonly data: unknown;
  readonly toldAt: Instant;
  readonly actor: ExternalUser | null;
  readonly settings: ConnectionSettings;
}

const unreadable = (what: string): readonly CanonicalEvent[] => [
  { type: 'unreadable', why: `${what} holds nothing that can be read.` },
];

const counter = (
  { toldAt, actor, data, settings }: GenericEvent,
  ticketExternalId: string,
  cumulativeSeconds: number,
  at: Instant | null,
): readonly CanonicalEvent[] =>
  settings.effort === 'COUNTER'
    ? [
        {
          type: 'effort.counter',
          ticketExternalId,
          cumulativeSeconds,
          previousSeconds: secondsAt(data, 'previousSeconds'),
          by: genericUser(data, 'by') ?? actor,
          at: at ?? toldAt,
          revision: wholeAt(data, 'revision'),
        },
      ]
    : [];

const ticketEvents = (event: GenericEvent): readonly CanonicalEvent[] => {
  const ticket = ticketInData(event.data, event.settings, event.toldAt);
  if (ticket === null) {
    return unreadable('data.externalId or data.title');
  }
  const { externalId, timeSpentSeconds, updatedAt } = ticket;
  return [
    { type: 'ticket.upserted', ticket, changes: [] },
    ...(timeSpentSeconds === null ? [] : counter(event, externalId, timeSpentSeconds, updatedAt)),
  ];
};

const presenceEvents =
  (type: 'ticket.deleted' | 'ticket.restored') =>
  ({ data, toldAt }: GenericEvent): readonly CanonicalEvent[] => {
    const externalId = textAt(data, 'externalId');
    return externalId === null
      ? unreadable('data.externalId')
      : [{ type, externalId, at: instantAt(data, 'at') ?? toldAt, ticket: null }];
  };

const worklogEvents = ({ data, toldAt, actor }: GenericEvent): readonly CanonicalEvent[] => {
  const externalId = textAt(data, 'externalId');
  const ticketExternalId = textAt(data, 'ticketExternalId');
  const localDate = parseCalendarDate(textAt(data, 'localDate') ?? '');
  const seconds = secondsAt(data, 'seconds');
  if (externalId === null || ticketExternalId === null || localDate === null || seconds === null) {
    return unreadable('An id, the day or the time of the worklog');
  }
  const author = genericUser(data, 'author') ?? actor;
  const updatedAt = instantAt(data, 'updatedAt') ?? toldAt;
  return [
    { type: 'worklog.upserted', worklog: { externalId, ticketExternalId, author, localDate, seconds, updatedAt } },
  ];
};

const deletedWorklogEvents = ({ data, toldAt }: GenericEvent): readonly CanonicalEvent[] => {
  const externalId = textAt(data, 'externalId');
  const ticketExternalId = textAt(data, 'ticketExternalId');
  return externalId === null
    ? unreadable('data.externalId')
    : [{ type: 'worklog.deleted', externalId, ticketExternalId, at: instantAt(data, 'at') ?? toldAt }];
};

const counterEvents = (event: GenericEvent): readonly CanonicalEvent[] => {
  const ticketExternalId = textAt(event.data, 'ticketExternalId');
  const cumulativeSeconds = secondsAt(event.data, 'cumulativeSeconds');
  if (ticketExternalId === null || cumulativeSeconds === null) {
    return unreadable('data.ticketExternalId or data.cumulativeSeconds');
  }
  const events = counter(event, ticketExternalId, cumulativeSeconds, instantAt(event.data, 'at'));
  return events.length > 0 ? events : [{ type: 'ignored', why: 'effort.counter' }];
};

/** How an event of each type is read. A counter on a connection that does not count so is ignored. */
export const READERS: Readonly<Record<GenericType, (event: GenericEvent) => readonly CanonicalEvent[]>> = {
  'ticket.upserted': ticketEvents,
  'ticket.deleted': presenceEvents('ticket.deleted'),
  'ticket.restored': presenceEvents('ticket.restored'),
  'worklog.upserted': worklogEvents,
  'worklog.deleted': deletedWorklogEvents,
  'effort.counter': counterEvents,
};
