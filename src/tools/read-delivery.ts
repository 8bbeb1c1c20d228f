import { createHash } from 'node:crypto';
import type { ConnectionSettings } from '../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../domain/tickets/ticket.js';
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

/** The body as JSON, or why it is none. */
export type ParsedBody =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly reason: string };

const LONGEST_TEXT = 300;
const LONGEST_KEY = 200;
const FORM = 'application/x-www-form-urlencoded';

/** Text as PostgreSQL can keep it, and not longer than `longest`; null where nothing is left. */
export const keepable = (text: string, longest = LONGEST_TEXT): string | null => {
  const kept = text.replaceAll('\0', '').toWellFormed().trim();
  // A cut may part a surrogate pair.
  return kept === '' ? null : kept.slice(0, longest).toWellFormed();
};

/**
 * The JSON that was sent: the body itself, in UTF-8 with or without a byte order mark; or the field `payload` of a form,
 * as GitHub sends it where its hook is set so.
 */
export const parseBody = ({ headers, body }: RawDelivery): ParsedBody => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const isForm = headers['content-type']?.trim().toLowerCase().startsWith(FORM) ?? false;
    const json = isForm ? new URLSearchParams(text).get('payload') : text;
    return json === null || json.trim() === ''
      ? { ok: false, reason: isForm ? 'The form has no payload.' : 'The body is empty.' }
      : { ok: true, json: JSON.parse(json) as unknown };
  } catch (error) {
    return { ok: false, reason: error instanceof TypeError ? 'The body is not UTF-8.' : 'The body is not JSON.' };
  }
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

/** What a delivery comes to by the settings of its connection. Whatever the JSON is, it never throws. */
export const readDelivery = (
  adapter: ToolAdapter,
  delivery: RawDelivery,
  json: unknown,
  settings: ConnectionSettings,
): DeliveryReading => {
  try {
    return judge(adapter.normalize(delivery, json, settings), settings);
  } catch {
    // Adapters promise not to throw; one that does must not cost the delivery.
    return {
      outcome: 'QUARANTINE',
      eventName: null,
      reason: 'The body cannot be read: it is not as the tool sends it.',
    };
  }
};

const judge = ({ eventName: name, actor, events }: Normalized, settings: ConnectionSettings): DeliveryReading => {
  const eventName = name === null ? null : keepable(name);
  const unreadable = events.flatMap((event) => (event.type === 'unreadable' ? [event.why] : []));
  if (unreadable.length > 0 || events.length === 0) {
    return { outcome: 'QUARANTINE', eventName, reason: joined(unreadable, 'The body says nothing that can be read.') };
  }
  if (actor !== null && settings.ignoredUserIds.includes(actor.externalId)) {
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
