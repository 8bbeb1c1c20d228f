import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { TicketSnapshot } from '../../domain/tickets/ticket.js';
import { secondsAt } from '../reading/durations.js';
import { instantAt } from '../reading/instants.js';
import { at, decimalAt, idAt, isObject, listAt, textAt, textsAt } from '../reading/json.js';
import { readStatus } from './jira-status.js';
import { jiraUser } from './jira-user.js';

const SITE = /^(https?:\/\/.+?)\/rest\//;

/** What is said of an issue outside of it. */
export interface BesideIssue {
  /** When it was told; it stands in where the issue says no `updated`. */
  readonly toldAt: Instant | null;
  readonly previousKeys: readonly string[];
}

const NOTHING: BesideIssue = { toldAt: null, previousKeys: [] };

// By OAuth `self` leads to Atlassian's gateway, where nobody can browse: the address that was configured comes first.
const urlOf = (issue: unknown, key: string, settings: ConnectionSettings): string | null => {
  const site = settings.baseUrl?.replace(/\/+$/, '') ?? SITE.exec(textAt(issue, 'self') ?? '')?.[1];
  return site === undefined ? null : `${site}/browse/${encodeURIComponent(key)}`;
};

/**
 * An issue of Jira, Cloud or Data Center, as webhooks and the REST API both send it. Null where it lacks what a ticket cannot
 * be without: id, key, fields, and a date, its own or that of the telling. The title of one without a summary is its key.
 */
export const ticketInIssue = (
  issue: unknown,
  settings: ConnectionSettings,
  { toldAt, previousKeys }: BesideIssue = NOTHING,
): TicketSnapshot | null => {
  const fields = at(issue, 'fields');
  const externalId = idAt(issue, 'id');
  const key = textAt(issue, 'key');
  const updatedAt = instantAt(fields, 'updated') ?? toldAt;
  if (externalId === null || key === null || updatedAt === null || !isObject(fields)) {
    return null;
  }
  return {
    externalId,
    key,
    previousKeys: previousKeys.filter((previous) => previous !== key),
    url: urlOf(issue, key, settings),
    projectKey: textAt(fields, 'project', 'key'),
    parentExternalId: idAt(fields, 'parent', 'id'),
    title: textAt(fields, 'summary') ?? key,
    type: textAt(fields, 'issuetype', 'name'),
    ...readStatus(fields, settings),
    labels: textsAt(listAt(fields, 'labels')),
    components: textsAt(listAt(fields, 'components'), 'name'),
    points: settings.pointsField === null ? null : decimalAt(fields, settings.pointsField),
    originalEstimateSeconds: secondsAt(fields, 'timeoriginalestimate'),
    timeSpentSeconds: secondsAt(fields, 'timespent'),
    remainingSeconds: secondsAt(fields, 'timeestimate'),
    assignee: jiraUser(at(fields, 'assignee')),
    createdAt: instantAt(fields, 'created'),
    updatedAt,
    resolvedAt: instantAt(fields, 'resolutiondate'),
    revision: null,
  };
};
