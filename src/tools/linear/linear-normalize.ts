import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { instantAt } from '../reading/instants.js';
import { at, idAt, isThere, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { linearChanges } from './linear-changes.js';
import { keyOf, linearUser, ticketInLinearIssue } from './linear-issue.js';

const ACTIONS: ReadonlySet<string | null> = new Set(['create', 'update', 'remove', 'restore']);

const ignored = (why: string): readonly CanonicalEvent[] => [{ type: 'ignored', why }];

const wish = (body: unknown, why: string): CanonicalEvent => {
  const externalId = idAt(body, 'data', 'id');
  const key = keyOf(at(body, 'data'));
  return externalId === null && key === null
    ? { type: 'unreadable', why: 'The delivery is about an issue and has none: neither data.id nor data.identifier.' }
    : { type: 'refetch', what: 'TICKET', externalId, key, worklogExternalId: null, why };
};

/** When the act took place, which is after the issue was last changed where that is not the act. */
const actedAt = (body: unknown): Instant | null =>
  instantAt(body, 'createdAt') ??
  instantAt(body, 'data', 'archivedAt') ??
  instantAt(body, 'webhookTimestamp') ??
  instantAt(body, 'data', 'updatedAt');

/** Put into the bin, or out of it again. One of which no date is known is asked for. */
const binEvent = (
  body: unknown,
  type: 'ticket.deleted' | 'ticket.restored',
  ticket: TicketSnapshot | null,
): CanonicalEvent => {
  const externalId = idAt(body, 'data', 'id');
  const moment = actedAt(body);
  return externalId === null || moment === null
    ? wish(body, 'The delivery does not say which issue was put into the bin or out of it, or when.')
    : { type, externalId, at: moment, ticket };
};

/** An estimate that was and is no longer is none; one that nothing is said of is what it was. */
const cleared = (body: unknown, ticket: TicketSnapshot | null): TicketSnapshot | null =>
  ticket?.points === undefined && ticket !== null && isThere(body, 'updatedFrom', 'estimate')
    ? { ...ticket, points: null }
    : ticket;

const issueEvents = (action: string | null, body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const beside = { url: textAt(body, 'url'), toldAt: actedAt(body) };
  const ticket = cleared(body, ticketInLinearIssue(at(body, 'data'), settings, beside));
  if (action === 'remove' || at(body, 'data', 'trashed') === true) {
    return [binEvent(body, 'ticket.deleted', ticket)];
  }
  if (action === 'restore' || at(body, 'updatedFrom', 'trashed') === true) {
    return [binEvent(body, 'ticket.restored', ticket)];
  }
  if (ticket === null) {
    return [wish(body, 'The delivery lacks the id, the identifier or the date of the issue.')];
  }
  return [
    { type: 'ticket.upserted', ticket, changes: linearChanges(body) },
    ...(ticket.statusCategory === 'UNKNOWN' ? [wish(body, 'The status category is unknown.')] : []),
  ];
};

const eventsOf = (
  type: string | null,
  action: string | null,
  body: unknown,
  settings: ConnectionSettings,
): readonly CanonicalEvent[] => {
  if (type === null) {
    return [{ type: 'unreadable', why: 'The body has no type: it is not one of Linear.' }];
  }
  if (type === 'Comment') {
    return ignored('comment');
  }
  if (type !== 'Issue') {
    return ignored(type);
  }
  return ACTIONS.has(action)
    ? issueEvents(action, body, settings)
    : ignored(action === null ? type : `${type}.${action}`);
};

/** What a delivery of Linear comes to. A `body` of undefined is read from the bytes. */
export const normalizeLinear = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const type = textAt(body, 'type');
  const action = textAt(body, 'action');
  return {
    eventName: type === null || action === null ? type : `${type}.${action}`,
    actor: linearUser(at(body, 'actor')),
    events: eventsOf(type, action, body, settings),
  };
};
