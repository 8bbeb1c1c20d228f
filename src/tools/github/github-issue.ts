import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { ExternalUser, StatusCategory, TicketSnapshot, ToldStatus } from '../../domain/tickets/ticket.js';
import { secondsOfHours } from '../reading/durations.js';
import { instantAt } from '../reading/instants.js';
import { at, idAt, listAt, textAt, textsAt } from '../reading/json.js';
import { categoryByName, mappedCategory } from '../reading/status-category.js';
import { readField } from './github-fields.js';

const NOT_DONE: ReadonlySet<string> = new Set(['not_planned', 'duplicate']);

/** A user of GitHub: the id, and the login as the name. Null without an id: a deleted account. */
export const githubUser = (user: unknown): ExternalUser | null => {
  const externalId = idAt(user, 'id');
  return externalId === null ? null : { externalId, displayName: textAt(user, 'login') };
};

// The field `assignee` is on its way out of GitHub's API: the first of all counts where it is no longer there.
const assigneeOf = (issue: unknown): ExternalUser | null => {
  const assignee = at(issue, 'assignee');
  return githubUser(assignee === undefined ? listAt(issue, 'assignees')[0] : assignee);
};

/** `owner/name#7`; null where the repository or the number is not said. */
export const githubKey = (repository: unknown, issue: unknown): string | null => {
  const name = textAt(repository, 'full_name');
  const number = idAt(issue, 'number');
  return name === null || number === null ? null : `${name}#${number}`;
};

/** When the issue was last changed, else when it was created. */
export const changedAt = (issue: unknown): Instant | null =>
  instantAt(issue, 'updated_at') ?? instantAt(issue, 'created_at');

const STATES: ReadonlyMap<string | null, StatusCategory> = new Map([
  ['open', 'TODO'],
  ['closed', 'DONE'],
]);

/**
 * What a state comes to. Closed is not done: where it was not planned or is a duplicate, nothing was delivered, whatever
 * `closed` is mapped to.
 */
export const githubCategory = (status: ToldStatus, settings: ConnectionSettings): StatusCategory =>
  mappedCategory(settings, status.resolution) ??
  (status.resolution !== null && NOT_DONE.has(status.resolution) ? 'CANCELED' : categoryByName(status, settings));

/**
 * The issue a delivery tells of. Null where it lacks what a ticket cannot be without: id, number, repository, title, date.
 * What an issue was closed as (`not_planned`) can be mapped to a category as its state can.
 */
export const readIssue = (body: unknown, settings: ConnectionSettings): TicketSnapshot | null => {
  const issue = at(body, 'issue');
  const externalId = idAt(issue, 'id');
  const key = githubKey(at(body, 'repository'), issue);
  const title = textAt(issue, 'title');
  const updatedAt = changedAt(issue);
  if (externalId === null || key === null || title === null || updatedAt === null) {
    return null;
  }
  const state = textAt(issue, 'state');
  const reason = state === 'closed' ? textAt(issue, 'state_reason') : null;
  const status = { statusName: state, toldCategory: STATES.get(state) ?? 'UNKNOWN', resolution: reason };
  const hours = readField(body, settings.hoursField).now;
  const before = at(body, 'changes', 'old_issue');
  const previousKey = githubKey(at(body, 'changes', 'old_repository'), before);
  return {
    externalId,
    key,
    previousKeys: previousKey === null ? [] : [previousKey],
    url: textAt(issue, 'html_url'),
    projectKey: textAt(body, 'repository', 'full_name'),
    parentExternalId: null,
    title,
    type: textAt(issue, 'type', 'name'),
    ...status,
    statusCategory: githubCategory(status, settings),
    labels: textsAt(listAt(issue, 'labels').map((label) => at(label, 'name') ?? label)),
    components: [],
    points: readField(body, settings.pointsField).now ?? null,
    originalEstimateSeconds: null,
    timeSpentSeconds: hours === undefined || hours === null ? null : secondsOfHours(hours),
    remainingSeconds: null,
    assignee: assigneeOf(issue),
    createdAt: instantAt(issue, 'created_at'),
    updatedAt,
    resolvedAt: state === 'closed' ? instantAt(issue, 'closed_at') : null,
    revision: null,
  };
};
