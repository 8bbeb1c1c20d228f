import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, StatusCategory } from '../../domain/tickets/ticket.js';
import { readCounter } from './azure-counter.js';
import { azureIdentity } from './azure-identity.js';
import { readWorkItem } from './azure-work-item.js';
import { instantAt } from '../reading/instants.js';
import { at, idAt, textAt } from '../reading/json.js';

/** What the states of one type of work items come to, by their names. */
export type StateCategories = ReadonlyMap<string, StatusCategory>;

/** Finds what the states of a type of work items in a project come to. */
export type FindStates = (project: string | null, type: string | null) => StateCategories;

/** What one revision says: the work item as it was then, or that it was deleted, and what its running total was. */
const eventsOfRevision = (
  revision: unknown,
  settings: ConnectionSettings,
  states: FindStates,
): readonly CanonicalEvent[] => {
  const externalId = idAt(revision, 'id');
  const field = (name: string): unknown => at(revision, 'fields', name);
  const moment = instantAt(revision, 'fields', 'System.ChangedDate');
  if (externalId === null || moment === null) {
    return [{ type: 'unreadable', why: 'A revision of a work item without an id or a date.' }];
  }
  const known = states(
    textAt(revision, 'fields', 'System.TeamProject'),
    textAt(revision, 'fields', 'System.WorkItemType'),
  );
  const ticket = readWorkItem(revision, externalId, moment, settings, known);
  if (field('System.IsDeleted') === true || field('System.IsDeleted') === 'True') {
    return [{ type: 'ticket.deleted', externalId, at: moment, ticket }];
  }
  const reading = readCounter(
    revision,
    externalId,
    { moment, by: azureIdentity(field('System.ChangedBy')), isNew: at(revision, 'rev') === 1 },
    settings,
  );
  return [
    ...(ticket === null ? [] : [{ type: 'ticket.upserted', ticket, changes: [] } as const]),
    ...(reading === null ? [] : [{ type: 'effort.counter', ...reading } as const]),
  ];
};

/**
 * What revisions come to, in the order in which they were made. Every one of them is a reading of the running total, with who
 * made it; of the work item itself the last of each that is here is told.
 */
export const eventsOfRevisions = (
  revisions: readonly unknown[],
  settings: ConnectionSettings,
  states: FindStates,
): readonly CanonicalEvent[] => {
  const last = new Map(revisions.map((revision) => [idAt(revision, 'id'), revision]));
  const deleted = new Set<string>();
  return revisions.flatMap((revision) =>
    eventsOfRevision(revision, settings, states).flatMap((event): readonly CanonicalEvent[] => {
      if (event.type === 'ticket.deleted') {
        deleted.add(event.externalId);
      }
      if (event.type !== 'ticket.upserted') {
        return [event];
      }
      const { ticket } = event;
      if (deleted.delete(ticket.externalId)) {
        return [{ type: 'ticket.restored', externalId: ticket.externalId, at: ticket.updatedAt, ticket }];
      }
      return last.get(ticket.externalId) === revision ? [event] : [];
    }),
  );
};
