import pg from 'pg';
import type { Instant } from '../../domain/basics/instant.js';

const { TIMESTAMPTZ, DATE, INT8 } = pg.types.builtins;

const [SPACE, POINT] = [' '.charCodeAt(0), '.'.charCodeAt(0)];
const DATE_AND_TIME = '2026-01-20 09:30:00'.length;

/**
 * An instant as PostgreSQL tells it, cut to milliseconds. A session in UTC tells `2026-01-20 09:30:00.12+00`, of which only the form is
 * changed: a page of a list has hundreds, and reading the calendar for each took longer than all else that is done with it. Throws a
 * RangeError for what is no instant, such as `infinity`.
 */
export const instantOfText = (text: string): Instant => {
  const end = text.length - '+00'.length;
  const isPlain = text.charCodeAt('2026-01-20'.length) === SPACE && text.endsWith('+00');
  if (isPlain && (end === DATE_AND_TIME || text.charCodeAt(DATE_AND_TIME) === POINT)) {
    const fraction = text.slice(DATE_AND_TIME + 1, Math.min(end, DATE_AND_TIME + 4)).padEnd(3, '0');
    return `${text.slice(0, 10)}T${text.slice(11, DATE_AND_TIME)}.${fraction}Z` as Instant;
  }
  return new Date(text).toISOString() as Instant;
};

/** Instants and dates come back as text (RFC 3339 in UTC, YYYY-MM-DD) and counts as numbers, never as `Date` or `bigint` text. */
export const readPostgresTypesAsText = (): void => {
  pg.types.setTypeParser(TIMESTAMPTZ, instantOfText);
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(INT8, Number);
};
