import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, ExternalUser, RefetchEvent } from '../../domain/tickets/ticket.js';
import { at, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { azureChanges } from './azure-changes.js';
import { readCounter, uncountedIn } from './azure-counter.js';
import { azureIdentity } from './azure-identity.js';
import { deliveredAt, fieldsOf, workItemId } from './azure-fields.js';
import { readWorkItem } from './azure-work-item.js';

const CREATED = 'workitem.created';
const UPDATED = 'workitem.updated';
const DELETED = 'workitem.deleted';
const RESTORED = 'workitem.restored';
const READ: ReadonlySet<string> = new Set([CREATED, UPDATED, DELETED, RESTORED]);

const refetch = (externalId: string, why: string): RefetchEvent => ({
  type: 'refetch',
  what: 'TICKET',
  externalId,
  key: null,
  worklogExternalId: null,
  why,
});

const actorOf = (body: unknown): ExternalUser | null => {
  const resource = at(body, 'resource');
  const fields = fieldsOf(resource);
  return (
    azureIdentity(at(resource, 'revisedBy')) ??
    azureIdentity(fields.get('System.ChangedBy')) ??
    azureIdentity(fields.get('System.CreatedBy'))
  );
};

const upserted = (name: string, id: string, body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const resource = at(body, 'resource');
  const moment = deliveredAt(body);
  const ticket = readWorkItem(resource, id, moment, settings);
  const reading = readCounter(resource, id, { moment, by: actorOf(body), isNew: name === CREATED }, settings);
  return [
    ...(ticket === null
      ? [
          refetch(
            id,
            'The delivery lacks the title, the project or the date. Its resource details should be sent in full.',
          ),
        ]
      : [{ type: 'ticket.upserted' as const, ticket, changes: azureChanges(resource, settings) }]),
    ...(ticket?.statusCategory === 'UNKNOWN' ? [refetch(id, 'The category of the state is not known.')] : []),
    ...(reading === null ? uncountedIn(resource, settings) : [{ type: 'effort.counter' as const, ...reading }]),
  ];
};

// The recycle bin: the work item itself is not changed by it, so the date of the delivery is that of the act.
const binned = (name: string, id: string, body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const ticket = readWorkItem(at(body, 'resource'), id, deliveredAt(body), settings);
  const moment = deliveredAt(body) ?? ticket?.updatedAt ?? null;
  if (moment === null) {
    return [{ type: 'unreadable', why: 'The delivery does not say when the work item was deleted or restored.' }];
  }
  return name === DELETED
    ? [{ type: 'ticket.deleted', externalId: id, at: moment, ticket }]
    : [
        { type: 'ticket.restored', externalId: id, at: moment, ticket },
        ...(ticket === null ? [refetch(id, 'The delivery does not tell of the work item that was restored.')] : []),
      ];
};

const eventsOf = (name: string | null, body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  if (name === null) {
    return [{ type: 'unreadable', why: 'The body has no eventType.' }];
  }
  if (name === 'workitem.commented') {
    return [{ type: 'ignored', why: 'comment' }];
  }
  if (!READ.has(name)) {
    return [{ type: 'ignored', why: name }];
  }
  const id = workItemId(body, name === UPDATED);
  if (id === null) {
    return [
      {
        type: 'unreadable',
        why: 'The body does not say which work item it is about. Resource details should be sent.',
      },
    ];
  }
  return name === DELETED || name === RESTORED ? binned(name, id, body, settings) : upserted(name, id, body, settings);
};

/** What a delivery of Azure DevOps comes to. A `body` of undefined is read from the bytes: they may begin with a byte order mark. */
export const normalizeAzure = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const eventName = textAt(body, 'eventType');
  return { eventName, actor: actorOf(body), events: eventsOf(eventName, body, settings) };
};
