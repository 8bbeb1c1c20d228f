import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { TicketChange } from '../../domain/tickets/ticket.js';
import { changedValue } from '../reading/changed-value.js';
import { entriesAt } from '../reading/entries.js';
import { textAt } from '../reading/json.js';
import { azureIdentity } from './azure-identity.js';
import { changeOf, COMPLETED_WORK, STATE, TITLE } from './azure-fields.js';
import { pointsFields } from './azure-work-item.js';

const BOOKKEEPING: ReadonlySet<string> = new Set([
  'System.Rev',
  'System.Watermark',
  'System.AuthorizedDate',
  'System.AuthorizedAs',
  'System.RevisedDate',
  'System.ChangedDate',
  'System.ChangedBy',
  'System.PersonId',
  'System.CommentCount',
]);

/** Texts of people: that they were changed is told, what they say is not kept. */
const TEXTS: ReadonlySet<string> = new Set([
  'System.Description',
  'System.History',
  'Microsoft.VSTS.Common.AcceptanceCriteria',
  'Microsoft.VSTS.TCM.ReproSteps',
]);

const FIELDS: ReadonlyMap<string, TicketChange['field']> = new Map([
  [STATE, 'status'],
  [TITLE, 'title'],
  ['System.Tags', 'labels'],
  ['System.WorkItemType', 'type'],
  ['System.AssignedTo', 'assignee'],
  ['System.TeamProject', 'project'],
  [COMPLETED_WORK, 'time'],
  ['Microsoft.VSTS.Scheduling.RemainingWork', 'time'],
  ['Microsoft.VSTS.Scheduling.OriginalEstimate', 'time'],
]);

const shown = (name: string, value: unknown): unknown => {
  if (TEXTS.has(name)) {
    return null;
  }
  const isPerson = typeof value === 'object' || name === 'System.AssignedTo';
  return isPerson ? (azureIdentity(value)?.externalId ?? null) : changedValue(value);
};

/** What an update says was changed, without its bookkeeping. */
export const azureChanges = (resource: unknown, settings: ConnectionSettings): readonly TicketChange[] =>
  entriesAt(resource, 'fields').flatMap(([name]) => {
    const change = BOOKKEEPING.has(name) ? null : changeOf(resource, name);
    const field = pointsFields(settings).includes(name) ? 'points' : (FIELDS.get(name) ?? 'other');
    return change === null
      ? []
      : [{ field, name: textAt(name) ?? '', from: shown(name, change.from), to: shown(name, change.to) }];
  });
