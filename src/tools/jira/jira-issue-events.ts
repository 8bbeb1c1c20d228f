import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, ExternalUser, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { instantAt } from '../reading/instants.js';
import { at, idAt, textAt } from '../reading/json.js';
import { changeOfWorklog, jiraChanges, keysBefore } from './jira-changelog.js';
import { readCounter } from './jira-counter.js';
import { ticketInIssue } from './jira-issue.js';
import { isStatusUnknown } from './jira-status.js';
import { latest, wishForWorklog } from './jira-worklog.js';

/** What a delivery of Jira says around the issue or worklog it is about. */
export interface JiraDelivery {
  readonly body: unknown;
  readonly toldAt: Instant | null;
  readonly actor: ExternalUser | null;
  readonly settings: ConnectionSettings;
}

const idOf = ({ body }: JiraDelivery): string | null => idAt(body, 'issue', 'id');

const keyOf = ({ body }: JiraDelivery): string | null => textAt(body, 'issue', 'key');

const wishForTicket = (delivery: JiraDelivery, why: string): CanonicalEvent => {
  const externalId = idOf(delivery);
  const key = keyOf(delivery);
  return externalId === null && key === null
    ? { type: 'unreadable', why: 'The delivery is about an issue and has none: neither issue.id nor issue.key.' }
    : { type: 'refetch', what: 'TICKET', externalId, key, worklogExternalId: null, why };
};

const ticketOf = ({ body, toldAt, settings }: JiraDelivery): TicketSnapshot | null =>
  ticketInIssue(at(body, 'issue'), settings, { toldAt, previousKeys: keysBefore(body) });

const counterOf = (delivery: JiraDelivery, ticket: TicketSnapshot, isNew: boolean): readonly CanonicalEvent[] => {
  const reading = readCounter(delivery.body, ticket, delivery.actor, isNew, delivery.settings);
  return reading === null ? [] : [{ type: 'effort.counter', ...reading }];
};

/** A worklog that was deleted, by the changelog of its issue; null where that tells of none. */
const worklogGone = ({ body, toldAt }: JiraDelivery): CanonicalEvent | null => {
  const change = changeOfWorklog(body);
  const gone = latest(toldAt, instantAt(body, 'issue', 'fields', 'updated'));
  return change === null || change.from === null || change.to !== null || gone === null
    ? null
    : { type: 'worklog.deleted', externalId: change.from, ticketExternalId: idAt(body, 'issue', 'id'), at: gone };
};

/** An issue was created or changed. */
export const issueEvents = (delivery: JiraDelivery, isNew: boolean): readonly CanonicalEvent[] => {
  const { body, settings } = delivery;
  const ticket = ticketOf(delivery);
  if (ticket === null) {
    return [wishForTicket(delivery, 'The delivery lacks the id, the key, the fields or the date of the issue.')];
  }
  const gone = textAt(body, 'issue_event_type_name') === 'issue_worklog_deleted' ? worklogGone(delivery) : null;
  return [
    { type: 'ticket.upserted', ticket, changes: jiraChanges(body, settings) },
    ...(isStatusUnknown(at(body, 'issue', 'fields'), settings)
      ? [wishForTicket(delivery, 'The status category is unknown.')]
      : []),
    ...(gone === null ? [] : [gone]),
    ...counterOf(delivery, ticket, isNew),
  ];
};

/** An issue was deleted, for good: Jira has no bin. */
export const deletedIssueEvents = (delivery: JiraDelivery): readonly CanonicalEvent[] => {
  const externalId = idOf(delivery);
  const deletedAt = latest(delivery.toldAt, instantAt(delivery.body, 'issue', 'fields', 'updated'));
  return externalId === null || deletedAt === null
    ? [wishForTicket(delivery, 'The delivery does not say which issue was deleted, or when.')]
    : [{ type: 'ticket.deleted', externalId, at: deletedAt, ticket: ticketOf(delivery) }];
};

const worklogEvent = (delivery: JiraDelivery): CanonicalEvent => {
  const change = changeOfWorklog(delivery.body);
  const why = 'Data Center does not say the time and the day of a worklog that was changed.';
  return change === null
    ? wishForTicket(delivery, 'A worklog was changed, and the delivery does not say which.')
    : wishForWorklog(change.to ?? change.from, idOf(delivery), keyOf(delivery), why);
};

/**
 * A worklog of Data Center was made, changed or deleted: the issue is there, of the worklog only the id, in the changelog. The
 * issue is taken along where it says the category of its status; where it does not, that is not worth asking for here.
 */
export const issueOfWorklogEvents = (delivery: JiraDelivery): readonly CanonicalEvent[] => {
  const ticket = ticketOf(delivery);
  const isKnown = ticket !== null && ticket.statusCategory !== 'UNKNOWN';
  return [
    worklogGone(delivery) ?? worklogEvent(delivery),
    ...(isKnown
      ? [{ type: 'ticket.upserted' as const, ticket, changes: jiraChanges(delivery.body, delivery.settings) }]
      : []),
    ...(ticket === null ? [] : counterOf(delivery, ticket, false)),
  ];
};
