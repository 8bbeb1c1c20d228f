import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { instantAt } from '../reading/instants.js';
import { at, isObject, isThere, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { changelogItems } from './jira-changelog.js';
import { deletedIssueEvents, issueEvents, issueOfWorklogEvents, type JiraDelivery } from './jira-issue-events.js';
import { jiraUser } from './jira-user.js';
import { eventOfDeletedWorklog, eventOfWorklog } from './jira-worklog.js';

type Reader = (delivery: JiraDelivery) => readonly CanonicalEvent[];

const COMMENTED = /^issue_comment/;
const COMMENT = /^(?:jira:)?comment_/;

const ignored = (why: string): readonly CanonicalEvent[] => [{ type: 'ignored', why }];

// That somebody commented and changed something is told once, as a comment.
const isOnlyComment = (body: unknown): boolean =>
  changelogItems(body).length === 0 &&
  (COMMENTED.test(textAt(body, 'issue_event_type_name') ?? '') ||
    (!isThere(body, 'issue_event_type_name') && isObject(at(body, 'comment'))));

const worklogEvents: Reader = ({ body, toldAt }) => [eventOfWorklog(at(body, 'worklog'), toldAt)];

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>(
  Object.entries({
    'jira:issue_created': (delivery: JiraDelivery) => issueEvents(delivery, true),
    'jira:issue_updated': (delivery: JiraDelivery) =>
      isOnlyComment(delivery.body) ? ignored('comment') : issueEvents(delivery, false),
    'jira:issue_deleted': deletedIssueEvents,
    worklog_created: worklogEvents,
    worklog_updated: worklogEvents,
    worklog_deleted: ({ body, toldAt }: JiraDelivery) => [eventOfDeletedWorklog(at(body, 'worklog'), toldAt)],
    // Only Data Center sends it; a worklog that stands in it whole says more than the changelog.
    'jira:worklog_updated': (delivery: JiraDelivery) =>
      isThere(delivery.body, 'worklog', 'timeSpentSeconds') ? worklogEvents(delivery) : issueOfWorklogEvents(delivery),
  }),
);

const eventsOf = (event: string | null, delivery: JiraDelivery): readonly CanonicalEvent[] => {
  if (event === null) {
    const why = isObject(delivery.body)
      ? 'The body has no webhookEvent. Only webhooks of Jira itself are read, not web requests of Jira Automation.'
      : 'The body is no JSON object. Is "Exclude body" ticked at the webhook?';
    return [{ type: 'unreadable', why }];
  }
  if (COMMENT.test(event)) {
    return ignored('comment');
  }
  return READERS.get(event)?.(delivery) ?? ignored(event);
};

/** What a delivery of Jira comes to. A `body` of undefined is read from the bytes. */
export const normalizeJira = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const event = textAt(body, 'webhookEvent');
  const kind = textAt(body, 'issue_event_type_name');
  const actor =
    jiraUser(at(body, 'user')) ??
    jiraUser(at(body, 'worklog', 'updateAuthor')) ??
    jiraUser(at(body, 'worklog', 'author')) ??
    jiraUser(at(body, 'comment', 'updateAuthor')) ??
    jiraUser(at(body, 'comment', 'author'));
  return {
    eventName: event === null || kind === null ? event : `${event}/${kind}`,
    actor,
    events: eventsOf(event, { body, toldAt: instantAt(body, 'timestamp'), actor, settings }),
  };
};
