import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, RefetchEvent } from '../../domain/tickets/ticket.js';
import { at, idAt, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { gitlabChanges } from './gitlab-changes.js';
import { carriedOn, readCounter, uncountedIn } from './gitlab-counter.js';
import { gitlabKey, gitlabUser, readGitlabIssue } from './gitlab-issue.js';

const TICKETS: ReadonlySet<string> = new Set(['issue', 'work_item']);
// The button "Test" and versions before 9 name no action.
const ACTIONS: ReadonlySet<string | null> = new Set(['open', 'close', 'reopen', 'update', null]);
const HEADER = /^(?:confidential )?(.+?)(?: hook)?$/;

const ignored = (why: string): readonly CanonicalEvent[] => [{ type: 'ignored', why }];

const refetch = (body: unknown, why: string): RefetchEvent => ({
  type: 'refetch',
  what: 'TICKET',
  externalId: idAt(body, 'object_attributes', 'id'),
  key: gitlabKey(body),
  worklogExternalId: null,
  why,
});

const issueEvents = (body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const reading = readCounter(body, settings);
  const counter: readonly CanonicalEvent[] =
    reading === null
      ? uncountedIn(body, settings)
      : [{ type: 'effort.counter', ...reading }, ...carriedOn(body, reading)];
  const ticket = readGitlabIssue(body, settings);
  if (ticket !== null) {
    return [
      { type: 'ticket.upserted', ticket, changes: gitlabChanges(body) },
      ...(ticket.statusCategory === 'UNKNOWN' ? [refetch(body, 'The category of the status is not known.')] : []),
      ...counter,
    ];
  }
  const wish = refetch(body, 'The delivery lacks the title, the date, the number or the path of the issue.');
  return wish.externalId === null && wish.key === null
    ? [{ type: 'unreadable', why: 'No issue can be recognised in the body. Does the webhook have a custom template?' }]
    : [wish, ...counter];
};

const eventsOf = (
  kind: string | null,
  action: string | null,
  body: unknown,
  settings: ConnectionSettings,
): readonly CanonicalEvent[] => {
  if (kind === null) {
    return [
      { type: 'unreadable', why: 'The body does not say what it is about. Does the webhook have a custom template?' },
    ];
  }
  if (kind === 'note') {
    return ignored('comment');
  }
  if (!TICKETS.has(kind)) {
    return ignored(kind);
  }
  return ACTIONS.has(action) ? issueEvents(body, settings) : ignored(`${kind}.${action ?? ''}`);
};

// `Confidential Issue Hook` is an issue, `Work Item Hook` a work_item.
const kindOfHeader = (header: string | undefined): string | null =>
  HEADER.exec((header ?? '').toLowerCase())?.[1]?.replaceAll(' ', '_') ?? null;

/** What a delivery of GitLab comes to. A `body` of undefined is read from the bytes. */
export const normalizeGitlab = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const kind =
    textAt(body, 'object_kind') ?? textAt(body, 'event_name') ?? kindOfHeader(delivery.headers['x-gitlab-event']);
  const action = textAt(body, 'object_attributes', 'action');
  return {
    eventName: kind === null || action === null ? kind : `${kind}.${action}`,
    actor: gitlabUser(at(body, 'user')),
    events: eventsOf(kind, action, body, settings),
  };
};
