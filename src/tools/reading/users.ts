import type { ExternalUser } from '../../domain/tickets/ticket.js';
import { idAt, textAt } from './json.js';

/** A person, by the first of some properties that identifies them and the first that names them; null where none identifies. */
export const externalUser = (
  json: unknown,
  idNames: readonly string[],
  displayNames: readonly string[],
): ExternalUser | null => {
  const externalId = firstOf(idNames, (name) => idAt(json, name));
  return externalId === null ? null : { externalId, displayName: firstOf(displayNames, (name) => textAt(json, name)) };
};

const firstOf = (names: readonly string[], read: (name: string) => string | null): string | null =>
  names.map(read).find((found) => found !== null) ?? null;
