import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { ExternalUser, StatusCategory, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { instantAt } from '../reading/instants.js';
import { at, decimalAt, idAt, listAt, textAt, textsAt } from '../reading/json.js';
import { categoryByName } from '../reading/status-category.js';
import { externalUser } from '../reading/users.js';

const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['triage', 'TODO'],
  ['backlog', 'TODO'],
  ['unstarted', 'TODO'],
  ['started', 'IN_PROGRESS'],
  ['completed', 'DONE'],
  ['canceled', 'CANCELED'],
  ['duplicate', 'CANCELED'],
]);

/** A person of Linear. */
export const linearUser = (user: unknown): ExternalUser | null => externalUser(user, ['id'], ['name', 'displayName']);

/** `WEB-44`. Bodies of 2023 have no identifier: team and number make it. Null where neither is said. */
export const keyOf = (issue: unknown): string | null => {
  const team = textAt(issue, 'team', 'key');
  const number = idAt(issue, 'number');
  return textAt(issue, 'identifier') ?? (team === null || number === null ? null : `${team}-${number}`);
};

const assigneeOf = (issue: unknown): ExternalUser | null => {
  const externalId = idAt(issue, 'assigneeId');
  return linearUser(at(issue, 'assignee')) ?? (externalId === null ? null : { externalId, displayName: null });
};

/** What stands outside of the issue and says something of it. */
export interface BesideIssue {
  readonly url: string | null;
  /** When it was told; it stands in where the issue says no `updatedAt`. */
  readonly toldAt: Instant | null;
}

/**
 * An issue of Linear, as its webhooks send it, with the category by the type of its state, which no renaming changes. Null
 * where it lacks what a ticket cannot be without: id, identifier, and a date, its own or that of the telling.
 */
export const ticketInLinearIssue = (
  issue: unknown,
  settings: ConnectionSettings,
  { url, toldAt }: BesideIssue,
): TicketSnapshot | null => {
  const externalId = idAt(issue, 'id');
  const key = keyOf(issue);
  const updatedAt = instantAt(issue, 'updatedAt') ?? toldAt;
  if (externalId === null || key === null || updatedAt === null) {
    return null;
  }
  const statusName = textAt(issue, 'state', 'name');
  const toldCategory = CATEGORIES.get(textAt(issue, 'state', 'type') ?? '') ?? 'UNKNOWN';
  const status = { statusName, toldCategory, resolution: null };
  return {
    externalId,
    key,
    previousKeys: textsAt(listAt(issue, 'previousIdentifiers')).filter((previous) => previous !== key),
    url: url ?? textAt(issue, 'url'),
    projectKey: textAt(issue, 'team', 'key'),
    parentExternalId: idAt(issue, 'parentId') ?? idAt(issue, 'parent', 'id'),
    title: textAt(issue, 'title') ?? key,
    type: null,
    ...status,
    statusCategory: categoryByName(status, settings),
    labels: textsAt(listAt(issue, 'labels'), 'name'),
    components: textsAt([at(issue, 'project', 'name')]),
    points: at(issue, 'estimate') === undefined ? undefined : decimalAt(issue, 'estimate'),
    originalEstimateSeconds: null,
    timeSpentSeconds: null,
    remainingSeconds: null,
    assignee: assigneeOf(issue),
    createdAt: instantAt(issue, 'createdAt'),
    updatedAt,
    resolvedAt: instantAt(issue, 'completedAt') ?? instantAt(issue, 'canceledAt'),
    revision: null,
  };
};
