import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import {
  STATUS_CATEGORIES,
  type ExternalUser,
  type StatusCategory,
  type TicketSnapshot,
} from '../../domain/tickets/ticket.js';
import { secondsAt } from '../reading/durations.js';
import { instantAt } from '../reading/instants.js';
import { at, decimalAt, listAt, textAt, textsAt, wholeAt } from '../reading/json.js';
import { categoryByName } from '../reading/status-category.js';
import { externalUser } from '../reading/users.js';

/** A person as the generic hook names one. */
export const genericUser = (json: unknown, name: string): ExternalUser | null =>
  externalUser(at(json, name), ['externalId'], ['displayName']);

const toldCategory = (data: unknown): StatusCategory =>
  STATUS_CATEGORIES.find((category) => category === at(data, 'statusCategory')) ?? 'UNKNOWN';

/** A ticket from data that fit the schema. `toldAt` stands in where they say no `updatedAt`. Null where an id or title cannot be stored. */
export const ticketInData = (data: unknown, settings: ConnectionSettings, toldAt: Instant): TicketSnapshot | null => {
  const externalId = textAt(data, 'externalId');
  const title = textAt(data, 'title');
  const status = {
    statusName: textAt(data, 'statusName'),
    toldCategory: toldCategory(data),
    resolution: textAt(data, 'resolution'),
  };
  if (externalId === null || title === null) {
    return null;
  }
  const key = textAt(data, 'key') ?? externalId;
  return {
    externalId,
    key,
    previousKeys: textsAt(listAt(data, 'previousKeys')).filter((previous) => previous !== key),
    url: textAt(data, 'url'),
    projectKey: textAt(data, 'projectKey'),
    parentExternalId: textAt(data, 'parentExternalId'),
    title,
    type: textAt(data, 'type'),
    ...status,
    statusCategory: categoryByName(status, settings),
    labels: textsAt(listAt(data, 'labels')),
    components: textsAt(listAt(data, 'components')),
    points: decimalAt(data, 'points'),
    originalEstimateSeconds: secondsAt(data, 'originalEstimateSeconds'),
    timeSpentSeconds: secondsAt(data, 'timeSpentSeconds'),
    remainingSeconds: secondsAt(data, 'remainingSeconds'),
    assignee: genericUser(data, 'assignee'),
    createdAt: instantAt(data, 'createdAt'),
    updatedAt: instantAt(data, 'updatedAt') ?? toldAt,
    resolvedAt: instantAt(data, 'resolvedAt'),
    revision: wholeAt(data, 'revision'),
  };
};
