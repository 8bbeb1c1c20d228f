import { createHash } from 'node:crypto';
import type { ConnectionSettings } from '../domain/tickets/connection-settings.js';
import type { CanonicalEvent, ExternalUser } from '../domain/tickets/ticket.js';
import { readBody } from './reading/read-body.js';
import type { Normalized, RawDelivery, ToolAdapter } from './tool-adapter.js';

/** What an authentic delivery comes to before anything is done about it. */
export type DeliveryReading =
  | { readonly outcome: 'APPLY'; readonly eventName: string | null; readonly events: readonly CanonicalEvent[] }
  | {
      readonly outcome: 'IGNORE';
      readonly eventName: string | null;
      readonly reason: string;
      /** Whether it is about comments only: of those no content is kept. */
      readonly isComment: boolean;
    }
  | { readonly outcome: 'QUARANTINE'; readonly eventName: string | null; readonly reason: string };

const LONGEST_TEXT = 300;
const LONGEST_KEY = 200;

/** Text as PostgreSQL can keep it, and not longer than `longest`; null where nothing is left. */
export const keepable = (text: string, longest = LONGEST_TEXT): string | null => {
  const kept = text.replaceAll('\0', '').toWellFormed().trim();
  // A cut may part a surrogate pair.
  return kept === '' ? null : kept.slice(0, longest).toWellFormed();
};

/**
 * What identifies a delivery within its connection, as it can be stored and indexed: where it cannot, or the adapter cannot
 * tell, by a hash.
 */
export const keyOf = (adapter: ToolAdapter, delivery: RawDelivery, json: unknown): string => {
  try {
    const key = adapter.deliveryKey(delivery, json);
    // One that was cut or cleaned could be another's.
    return key.length <= LONGEST_KEY && keepable(key) === key ? key : hashOf(key);
  } catch {
    return hashOf(delivery.body);
  }
};

const hashOf = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What a delivery comes to by the settings of its connection. Whatever was sent, it never throws. */
export const readDelivery = (
  adapter: ToolAdapter,
  delivery: RawDelivery,
  settings: ConnectionSettings,
): DeliveryReading => {
  try {
    const body = readBody(delivery);
    return body === undefined
      ? quarantine('The body is not JSON.')
      : judge(adapter.normalize(delivery, body, settings), settings);
  } catch {
    // Adapters promise not to throw; one that does must not cost the delivery.
    return quarantine('The body cannot be read: it is not as the tool sends it.');
  }
};

const quarantine = (reason: string): DeliveryReading => ({ outcome: 'QUARANTINE', eventName: null, reason });

const judge = ({ eventName: name, actor, events }: Normalized, settings: ConnectionSettings): DeliveryReading => {
  const eventName = name === null ? null : keepable(name);
  const unreadable = events.flatMap((event) => (event.type === 'unreadable' ? [event.why] : []));
  if (unreadable.length > 0 || events.length === 0) {
    return { outcome: 'QUARANTINE', eventName, reason: joined(unreadable, 'The body says nothing that can be read.') };
  }
  const isOurs = (user: ExternalUser | null): boolean =>
    user !== null && settings.ignoredUserIds.includes(user.externalId);
  // An entry of work may be told in the name of somebody who is not its author.
  if (isOurs(actor) || events.every((event) => event.type === 'worklog.upserted' && isOurs(event.worklog.author))) {
    return { outcome: 'IGNORE', eventName, reason: 'caused by us', isComment: false };
  }
  const ignored = events.flatMap((event) => (event.type === 'ignored' ? [event.why] : []));
  return ignored.length === events.length
    ? {
        outcome: 'IGNORE',
        eventName,
        reason: joined(ignored, 'nothing of it concerns us'),
        isComment: ignored.every((why) => why === 'comment'),
      }
    : { outcome: 'APPLY', eventName, events };
};

const joined = (reasons: readonly string[], otherwise: string): string =>
  keepable([...new Set(reasons)].join('; ')) ?? otherwise;
