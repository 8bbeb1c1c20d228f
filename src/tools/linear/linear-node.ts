import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { at, listAt } from '../reading/json.js';
import { ticketInLinearIssue } from './linear-issue.js';

/**
 * What an issue as GraphQL gives it comes to: the ticket, deleted where it lies in the trash. That it is archived means
 * nothing. Hooks give the labels as a list, GraphQL as nodes; the rest is the same.
 */
export const eventsOfLinearNode = (node: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const data = { ...(node as object), labels: listAt(node, 'labels', 'nodes') };
  const ticket = ticketInLinearIssue(data, settings, { url: null, toldAt: null });
  if (ticket === null) {
    return [{ type: 'unreadable', why: 'An issue without an id, an identifier or a date.' }];
  }
  return at(node, 'trashed') === true
    ? [{ type: 'ticket.deleted', externalId: ticket.externalId, at: ticket.updatedAt, ticket }]
    : [{ type: 'ticket.upserted', ticket, changes: [] }];
};
