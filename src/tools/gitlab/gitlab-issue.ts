import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { ExternalUser, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { secondsAt } from '../reading/durations.js';
import { instantAt } from '../reading/instants.js';
import { at, decimalAt, idAt, listAt, textAt, textsAt } from '../reading/json.js';
import { readStatus } from './gitlab-status.js';

const PATH_OF_URL = /^https?:\/\/[^/]+\/(?:groups\/)?(.+?)\/(?:-\/)?(?:issues|work_items|epics|incidents|tasks)\/\d+/;

/** A user of GitLab: the id, or of versions that do not send it the user name. The e-mail address is not kept. */
export const gitlabUser = (user: unknown): ExternalUser | null => {
  const userName = textAt(user, 'username');
  const externalId = idAt(user, 'id') ?? userName;
  return externalId === null ? null : { externalId, displayName: textAt(user, 'name') ?? userName };
};

// The oldest bodies name the assignee without an id, and have the id beside.
const assigneeOf = (body: unknown): ExternalUser | null => {
  const issue = at(body, 'object_attributes');
  const user = listAt(body, 'assignees')[0] ?? at(body, 'assignee');
  const beside = idAt(issue, 'assignee_ids', 0) ?? idAt(issue, 'assignee_id');
  const externalId = idAt(user, 'id') ?? beside;
  return externalId === null ? gitlabUser(user) : { externalId, displayName: gitlabUser(user)?.displayName ?? null };
};

/** The path of the project, or of the group of an epic; from the address where it is not said. */
const pathOf = (body: unknown): string | null =>
  textAt(body, 'project', 'path_with_namespace') ??
  textAt(body, 'group', 'full_path') ??
  PATH_OF_URL.exec(textAt(body, 'object_attributes', 'url') ?? '')?.[1] ??
  null;

/** `group/project#7`, of an epic `group&7`; null where the path or the number is not said. */
export const gitlabKey = (body: unknown): string | null => {
  const path = pathOf(body);
  const number = idAt(body, 'object_attributes', 'iid');
  const sign = textAt(body, 'object_attributes', 'type') === 'Epic' ? '&' : '#';
  return path === null || number === null ? null : `${path}${sign}${number}`;
};

/** When the issue was last changed: of the two places that say it the later one, since the record itself may lag behind. */
export const changedAt = (body: unknown): Instant | null => {
  const issue = at(body, 'object_attributes');
  const kept = instantAt(issue, 'updated_at') ?? instantAt(issue, 'created_at');
  const told = instantAt(body, 'changes', 'updated_at', 'current');
  return kept !== null && told !== null && told > kept ? told : (kept ?? told);
};

const labelsOf = (body: unknown): readonly string[] => {
  const labels = at(body, 'labels') ?? at(body, 'object_attributes', 'labels');
  return textsAt(listAt(labels).map((label) => at(label, 'title') ?? at(label, 'name') ?? label));
};

/** The issue or other work item a delivery tells of. Null where it lacks what a ticket cannot be without: id, path, number, title, date. */
export const readGitlabIssue = (body: unknown, settings: ConnectionSettings): TicketSnapshot | null => {
  const issue = at(body, 'object_attributes');
  const externalId = idAt(issue, 'id');
  const key = gitlabKey(body);
  const title = textAt(issue, 'title');
  const updatedAt = changedAt(body);
  if (externalId === null || key === null || title === null || updatedAt === null) {
    return null;
  }
  const isClosed = textAt(issue, 'state') === 'closed';
  return {
    externalId,
    key,
    previousKeys: [],
    url: textAt(issue, 'url'),
    projectKey: pathOf(body),
    parentExternalId: null,
    title,
    type: textAt(issue, 'type'),
    ...readStatus(issue, settings),
    labels: labelsOf(body),
    components: [],
    points: decimalAt(issue, 'weight'),
    originalEstimateSeconds: secondsAt(issue, 'time_estimate'),
    timeSpentSeconds: secondsAt(issue, 'total_time_spent'),
    remainingSeconds: null,
    assignee: assigneeOf(body),
    createdAt: instantAt(issue, 'created_at'),
    updatedAt,
    resolvedAt: isClosed ? instantAt(issue, 'closed_at') : null,
    revision: null,
  };
};
