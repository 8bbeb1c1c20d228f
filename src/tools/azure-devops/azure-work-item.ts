import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { StatusCategory, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { secondsOfHours } from '../reading/durations.js';
import { at, decimalAt, idAt, listAt, textAt, textsAt } from '../reading/json.js';
import { azureIdentity } from './azure-identity.js';
import { COMPLETED_WORK, dateOf, fieldsOf, revisionOf, TITLE, type Fields } from './azure-fields.js';
import { readState } from './azure-status.js';

const POINTS: readonly string[] = [
  'Microsoft.VSTS.Scheduling.StoryPoints',
  'Microsoft.VSTS.Scheduling.Effort',
  'Microsoft.VSTS.Scheduling.Size',
];
const PARENT = 'System.LinkTypes.Hierarchy-Reverse';
const LAST_NUMBER = /\/(\d+)$/;
const BASE = /^(https?:\/\/.+?)\/_apis\/wit\//;

/** The fields that hold points, the first of which that holds any counts: the one of the settings, else that of the process. */
export const pointsFields = (settings: ConnectionSettings): readonly string[] =>
  settings.pointsField === null ? POINTS : [settings.pointsField];

const secondsOf = (fields: Fields, name: string): number | null => {
  const hours = decimalAt(fields.get(name));
  return hours === null ? null : secondsOfHours(hours);
};

const parentOf = (resource: unknown, fields: Fields): string | null => {
  const relations = [...listAt(resource, 'revision', 'relations'), ...listAt(resource, 'relations')];
  const parent = relations.find((relation) => at(relation, 'rel') === PARENT);
  return idAt(fields.get('System.Parent')) ?? LAST_NUMBER.exec(textAt(parent, 'url') ?? '')?.[1] ?? null;
};

// The page of the work item; the address of the API leads there too.
const pageOf = (resource: unknown, id: string): string | null => {
  const [, base] = BASE.exec(textAt(resource, 'url') ?? '') ?? [];
  return textAt(resource, '_links', 'html', 'href') ?? (base === undefined ? null : `${base}/_workitems/edit/${id}`);
};

const resolvedAt = (fields: Fields, category: StatusCategory): Instant | null =>
  category === 'DONE' || category === 'CANCELED'
    ? (dateOf(fields, 'Microsoft.VSTS.Common.ClosedDate') ?? dateOf(fields, 'Microsoft.VSTS.Common.ResolvedDate'))
    : null;

/** The work item a delivery tells of. `states`: what its states come to, where the tool was asked. Null where it lacks what a ticket cannot be without: title, project, date. */
export const readWorkItem = (
  resource: unknown,
  externalId: string,
  moment: Instant | null,
  settings: ConnectionSettings,
  states: ReadonlyMap<string, StatusCategory> = new Map(),
): TicketSnapshot | null => {
  const fields = fieldsOf(resource);
  const title = textAt(fields.get(TITLE));
  const projectKey = textAt(fields.get('System.TeamProject'));
  const updatedAt = dateOf(fields, 'System.ChangedDate') ?? moment;
  if (title === null || projectKey === null || updatedAt === null) {
    return null;
  }
  const state = readState(fields, settings, states);
  const points = pointsFields(settings).map((name) => decimalAt(fields.get(name)));
  return {
    externalId,
    key: `${projectKey}#${externalId}`,
    previousKeys: [],
    url: pageOf(resource, externalId),
    projectKey,
    parentExternalId: parentOf(resource, fields),
    title,
    type: textAt(fields.get('System.WorkItemType')),
    ...state,
    labels: textsAt((textAt(fields.get('System.Tags')) ?? '').split(';').map((tag) => tag.trim())),
    components: textsAt([fields.get('System.AreaPath')]),
    points: points.find((value) => value !== null) ?? null,
    originalEstimateSeconds: secondsOf(fields, 'Microsoft.VSTS.Scheduling.OriginalEstimate'),
    timeSpentSeconds: secondsOf(fields, COMPLETED_WORK),
    remainingSeconds: secondsOf(fields, 'Microsoft.VSTS.Scheduling.RemainingWork'),
    assignee: azureIdentity(fields.get('System.AssignedTo')),
    createdAt: dateOf(fields, 'System.CreatedDate'),
    updatedAt,
    resolvedAt: resolvedAt(fields, state.statusCategory),
    revision: revisionOf(resource),
  };
};
