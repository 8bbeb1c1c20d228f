import { unstorable } from '../../../domain/basics/text.js';
import type { Sought } from '../queries/directory-people.js';
import { unusable } from './scim-refusal.js';

/** How many users are told of at once, where nothing or more is asked for. */
export const MOST_AT_ONCE = 200;

const FILTER = /^\s*(?:urn:ietf:params:scim:schemas:core:2\.0:User:)?(\w+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i;
const SOUGHT: Readonly<Record<string, Sought['by']>> = { username: 'email', externalid: 'externalId' };

/** Which users are asked for. */
export interface UsersAsked {
  readonly sought: Sought | null;
  /** The first of them, counted from 1. */
  readonly startIndex: number;
  readonly count: number;
}

/** Reads the parameters of a list: `filter`, `startIndex` and `count`; any other changes nothing. */
export const readQuery = (query: Readonly<Record<string, unknown>>): UsersAsked => ({
  sought: query['filter'] === undefined ? null : soughtIn(query['filter']),
  startIndex: Math.max(1, wholeIn(query, 'startIndex') ?? 1),
  count: Math.min(MOST_AT_ONCE, Math.max(0, wholeIn(query, 'count') ?? MOST_AT_ONCE)),
});

const soughtIn = (filter: unknown): Sought => {
  const [, attribute = '', quoted = ''] = (typeof filter === 'string' && FILTER.exec(filter)) || [];
  const by = SOUGHT[attribute.toLowerCase()];
  const text = by === undefined ? null : textIn(quoted);
  if (by === undefined || text === null) {
    throw unusable('invalidFilter', 'The filters there are: userName eq "sam@example.org", and externalId eq "00u1".');
  }
  return { by, text };
};

const textIn = (quoted: string): string | null => {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' && unstorable(text) === null ? text : null;
  } catch {
    return null;
  }
};

const wholeIn = (query: Readonly<Record<string, unknown>>, name: string): number | null => {
  const value = query[name];
  if (value === undefined) {
    return null;
  }
  if (typeof value !== 'string' || !/^[+-]?\d{1,9}$/.test(value.trim())) {
    throw unusable('invalidValue', `${name} must be a whole number.`);
  }
  return Number(value);
};
