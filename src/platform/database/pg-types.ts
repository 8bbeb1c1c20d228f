import pg from 'pg';
import type { Instant } from '../../domain/basics/instant.js';

const { TIMESTAMPTZ, DATE, INT8 } = pg.types.builtins;

/** Instants and dates come back as text (RFC 3339 in UTC, YYYY-MM-DD) and counts as numbers, never as `Date` or `bigint` text. */
export const readPostgresTypesAsText = (): void => {
  pg.types.setTypeParser(TIMESTAMPTZ, (text): Instant => new Date(text).toISOString() as Instant);
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(INT8, Number);
};
