import type { Instant } from '../domain/basics/instant.js';
import type { ConnectionSettings } from '../domain/tickets/connection-settings.js';
import type { CanonicalEvent, ExternalUser, StatusCategory, TicketTool, ToldStatus } from '../domain/tickets/ticket.js';

/** A delivery as it came over the wire. */
export interface RawDelivery {
  /** Names in lower case; of a header that came several times the values are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The very bytes that were signed. */
  readonly body: Uint8Array;
}

/** Whether a delivery is from whom it says: its signature or token is missing, wrong, or too old to be taken. */
export type Authentication =
  { readonly ok: true } | { readonly ok: false; readonly why: 'MISSING' | 'WRONG' | 'STALE'; readonly message: string };

/** What a delivery comes to. */
export interface Normalized {
  /** What the tool calls it, for instance `issues.opened`; null where it does not say. */
  readonly eventName: string | null;
  /** Whose act it tells of. */
  readonly actor: ExternalUser | null;
  /** At least one; of what does not concern us `ignored`. */
  readonly events: readonly CanonicalEvent[];
}

/** What is particular to one ticketing tool. All of it is pure: values in, values out, no clock and no network. */
export interface ToolAdapter {
  readonly tool: TicketTool;
  /** Its name in the address of its hooks: `azure-devops`. */
  readonly slug: string;
  /** Compares the very bytes in constant time, with each secret in force (two during a rotation). */
  authenticate(delivery: RawDelivery, secrets: readonly string[], now: Instant): Authentication;
  /** What identifies the delivery within its connection, over all retries of it: an id of the tool's, else the SHA-256 of the body. */
  deliveryKey(delivery: RawDelivery, body: unknown): string;
  /** What a status comes to by the settings, and where they do not say by the tool. */
  categoryOf(status: ToldStatus, settings: ConnectionSettings): StatusCategory;
  /** Never throws, whatever the JSON is: what it does not know it ignores by name, what it cannot read is `unreadable`. */
  normalize(delivery: RawDelivery, body: unknown, settings: ConnectionSettings): Normalized;
}
