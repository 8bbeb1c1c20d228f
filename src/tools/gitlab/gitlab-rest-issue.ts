import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { carriedOn, readCounter } from './gitlab-counter.js';
import { readGitlabIssue } from './gitlab-issue.js';
import { at, listAt, textAt } from '../reading/json.js';

/** `group/project` of `group/project#12`. */
export const pathOfReference = (reference: string): string => reference.replace(/#\d+$/, '');

const typeOf = (issue: unknown): string | null =>
  textAt(issue, 'issue_type')
    ?.replaceAll('_', ' ')
    .replace(/^[a-z]/, (letter) => letter.toUpperCase()) ?? null;

/** An issue of the REST API in the form in which a webhook tells of it, so that both are read the same way. */
const asTold = (issue: unknown): unknown => ({
  object_attributes: {
    ...(issue as object),
    type: typeOf(issue),
    url: at(issue, 'web_url'),
    time_estimate: at(issue, 'time_stats', 'time_estimate'),
    total_time_spent: at(issue, 'time_stats', 'total_time_spent'),
  },
  project: { path_with_namespace: pathOfReference(textAt(issue, 'references', 'full') ?? '') },
  labels: listAt(issue, 'labels'),
  assignees: listAt(issue, 'assignees'),
});

/** What an issue as the REST API gives it comes to: the ticket, and its running total where effort is counted by it. */
export const eventsOfGitlabIssue = (issue: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const told = asTold(issue);
  const ticket = readGitlabIssue(told, settings);
  if (ticket === null) {
    return [{ type: 'unreadable', why: 'An issue without an id, a reference, a title or a date.' }];
  }
  const reading = readCounter(told, settings);
  return [
    { type: 'ticket.upserted', ticket, changes: [] },
    ...(reading === null ? [] : [{ type: 'effort.counter', ...reading } as const]),
    ...carriedOn(told, reading),
  ];
};
