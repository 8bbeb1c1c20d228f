import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { OUT_OF_RANGE, secondsOfHours } from '../reading/durations.js';
import { at, idAt, isThere, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { changesOf } from './github-changes.js';
import { isAboutField, readField } from './github-fields.js';
import { changedAt, githubKey, githubUser, readIssue } from './github-issue.js';
import { issueIdOfNode } from './github-node-id.js';

const COMMENTS: ReadonlySet<string> = new Set(['issue_comment', 'commit_comment', 'discussion_comment']);

const ignored = (why: string): readonly CanonicalEvent[] => [{ type: 'ignored', why }];
const unreadable = (why: string): readonly CanonicalEvent[] => [{ type: 'unreadable', why }];

const refetch = (externalId: string | null, key: string | null, why: string): CanonicalEvent => ({
  type: 'refetch',
  what: 'TICKET',
  externalId,
  key,
  worklogExternalId: null,
  why,
});

const isMovedHere = (body: unknown): boolean =>
  at(body, 'action') === 'opened' && isThere(body, 'changes', 'old_issue');

// Before it was set for the first time a field held nothing, and before it was created an issue had no hours; one that came
// from another repository brought its own.
const wasEmptyBefore = (body: unknown, settings: ConnectionSettings): boolean =>
  at(body, 'action') === 'opened'
    ? !isMovedHere(body)
    : at(body, 'action') === 'field_added' &&
      isAboutField(body, settings.hoursField) &&
      !isThere(body, 'changes', 'issue_field_value');

const hoursBefore = (body: unknown, settings: ConnectionSettings): number | null => {
  const { before } = readField(body, settings.hoursField);
  if (before !== undefined) {
    return secondsOfHours(before);
  }
  return wasEmptyBefore(body, settings) ? 0 : null;
};

const counter = (body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const ticketExternalId = idAt(body, 'issue', 'id');
  const moment = changedAt(at(body, 'issue'));
  const { now } = readField(body, settings.hoursField);
  if (settings.effort !== 'COUNTER' || now === undefined || ticketExternalId === null || moment === null) {
    return [];
  }
  const cumulativeSeconds = now === null ? 0 : secondsOfHours(now);
  return cumulativeSeconds === null
    ? [{ type: 'ignored', why: OUT_OF_RANGE }]
    : [
        {
          type: 'effort.counter',
          ticketExternalId,
          cumulativeSeconds,
          previousSeconds: hoursBefore(body, settings),
          by: githubUser(at(body, 'sender')),
          at: moment,
          revision: null,
        },
      ];
};

// Hours come along to another repository, and stand on the issue there was before already.
const carried = (reading: CanonicalEvent | undefined, body: unknown): readonly CanonicalEvent[] =>
  reading?.type === 'effort.counter' && reading.cumulativeSeconds > 0 && isMovedHere(body)
    ? [
        {
          type: 'effort.carried',
          ticketExternalId: reading.ticketExternalId,
          seconds: reading.cumulativeSeconds,
          at: reading.at,
        },
      ]
    : [];

const gone = (body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const externalId = idAt(body, 'issue', 'id');
  const moment = changedAt(at(body, 'issue'));
  return externalId === null || moment === null
    ? unreadable('An issue was deleted, but the delivery does not say which one and when.')
    : [{ type: 'ticket.deleted', externalId, at: moment, ticket: readIssue(body, settings) }];
};

const issueEvents = (action: string | null, body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  if (action === null) {
    return unreadable('The event issues comes without an action.');
  }
  const issue = at(body, 'issue');
  if (at(issue, 'pull_request') !== undefined && at(issue, 'pull_request') !== null) {
    return ignored('pull_request');
  }
  // Of a transferred issue nothing is left here: in its new repository it has another id, and is opened there.
  if (action === 'deleted' || action === 'transferred') {
    return gone(body, settings);
  }
  const changes = changesOf(action, body, settings);
  if (changes === null) {
    return ignored(action);
  }
  const ticket = readIssue(body, settings);
  const externalId = idAt(issue, 'id');
  const key = githubKey(at(body, 'repository'), issue);
  if (ticket === null) {
    return externalId === null && key === null
      ? unreadable('The event issues comes without an issue that could be recognised.')
      : [
          refetch(
            externalId,
            key,
            'The delivery lacks the title, the date, the number or the repository of the issue.',
          ),
        ];
  }
  const readings = counter(body, settings);
  return [
    { type: 'ticket.upserted', ticket, changes },
    ...(ticket.statusCategory === 'UNKNOWN' ? [refetch(externalId, key, 'The state of the issue is not known.')] : []),
    ...carried(readings[0], body),
    ...readings,
  ];
};

const projectItemEvents = (body: unknown): readonly CanonicalEvent[] => {
  const item = at(body, 'projects_v2_item');
  const contentType = textAt(item, 'content_type');
  const nodeId = textAt(item, 'content_node_id');
  if (contentType === 'PullRequest') {
    return ignored('pull_request');
  }
  if (contentType !== 'Issue') {
    return ignored('projects_v2_item');
  }
  return nodeId === null
    ? unreadable('An item of a project changed, but the delivery does not say of which issue.')
    : [
        refetch(
          issueIdOfNode(nodeId) ?? nodeId,
          null,
          'An item of a project changed; the delivery only has the node id of its issue.',
        ),
      ];
};

const eventsOf = (
  event: string | null,
  action: string | null,
  body: unknown,
  settings: ConnectionSettings,
): readonly CanonicalEvent[] => {
  if (event === null) {
    return unreadable('The header X-GitHub-Event, which names the event, is missing.');
  }
  if (event === 'ping') {
    return ignored('ping');
  }
  if (COMMENTS.has(event)) {
    return ignored('comment');
  }
  if (event !== 'issues' && event !== 'projects_v2_item') {
    return ignored(event);
  }
  if (body === undefined) {
    return unreadable('The body is neither JSON nor a form with the field payload.');
  }
  return event === 'issues' ? issueEvents(action, body, settings) : projectItemEvents(body);
};

/** What a delivery of GitHub comes to. A `body` of undefined is read from the bytes: it may be a form. */
export const normalizeGithub = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const event = textAt(delivery.headers['x-github-event']);
  const action = textAt(body, 'action');
  const eventName = event === null || action === null ? event : `${event}.${action}`;
  return { eventName, actor: githubUser(at(body, 'sender')), events: eventsOf(event, action, body, settings) };
};
