import type { Instant } from '../../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';

/**
 * What a tool shows is there, also where it was deleted before: then it was brought back. A list may lag behind, so by a list
 * only what was changed after it was deleted is brought back; `seenAt` is when it was looked at by its id, which leaves no doubt.
 */
export const revive = (
  events: readonly CanonicalEvent[],
  deletedAt: ReadonlyMap<string, Instant>,
  seenAt: Instant | null,
): readonly CanonicalEvent[] =>
  events.map((event) => {
    if (event.type !== 'ticket.upserted') {
      return event;
    }
    const { ticket } = event;
    const deleted = deletedAt.get(ticket.externalId);
    const at = seenAt ?? ticket.updatedAt;
    return deleted !== undefined && at > deleted
      ? { type: 'ticket.restored', externalId: ticket.externalId, at, ticket }
      : event;
  });
