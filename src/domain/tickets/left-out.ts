import { keptList, MOST_LABELS } from './storable.js';
import type { CanonicalEvent, TicketSnapshot } from './ticket.js';

const ticketIn = (event: CanonicalEvent): TicketSnapshot | null =>
  event.type === 'ticket.upserted' || event.type === 'ticket.deleted' || event.type === 'ticket.restored'
    ? event.ticket
    : null;

const cutOff = (key: string, what: string, told: readonly string[]): readonly string[] => {
  const all = keptList(told, told.length).length;
  return all > MOST_LABELS ? [`${key} has ${all} ${what}, of which the first ${MOST_LABELS} are kept.`] : [];
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.+$/, '')}.`;

/** What of these events is not kept although they concern us, in sentences for people: labels beyond the most, and what is told beside as ignored. */
export const leftOutOf = (told: readonly CanonicalEvent[]): readonly string[] => {
  const sentences = told.flatMap((event) => {
    const ticket = ticketIn(event);
    return ticket
      ? [...cutOff(ticket.key, 'labels', ticket.labels), ...cutOff(ticket.key, 'components', ticket.components)]
      : event.type === 'ignored'
        ? [sentence(event.why)]
        : [];
  });
  return [...new Set(sentences)];
};
