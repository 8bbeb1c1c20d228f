import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { ticketInIssue } from './jira-issue.js';
import { eventOfWorklog } from './jira-worklog.js';

/** A wish to ask makes no sense of what was just asked for: then it cannot be read. */
const answered = (event: CanonicalEvent): CanonicalEvent =>
  event.type === 'refetch' ? { type: 'unreadable', why: event.why } : event;

/** What an issue comes to: the ticket, and its running total where effort is counted by it; none spent is zero. */
export const eventsOfJiraIssue = (issue: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const ticket = ticketInIssue(issue, settings);
  if (ticket === null) {
    return [{ type: 'unreadable', why: 'An issue without an id, a key, fields or a date.' }];
  }
  const told: CanonicalEvent = { type: 'ticket.upserted', ticket, changes: [] };
  return settings.effort !== 'COUNTER'
    ? [told]
    : [
        told,
        {
          type: 'effort.counter',
          ticketExternalId: ticket.externalId,
          cumulativeSeconds: ticket.timeSpentSeconds ?? 0,
          previousSeconds: null,
          by: null,
          at: ticket.updatedAt,
          revision: null,
        },
      ];
};

export const eventsOfJiraWorklog = (worklog: unknown): readonly CanonicalEvent[] => [
  answered(eventOfWorklog(worklog, null)),
];
