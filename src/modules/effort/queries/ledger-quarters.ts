import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { Database } from '../../../platform/database/database.js';

/** The partitions of the ledger by the quarter they are of, as seen on a day. */
export interface QuartersSeen {
  readonly past: number;
  readonly running: number;
  readonly ahead: number;
  /** Of entries whose quarter has no partition of its own. */
  readonly bytesElsewhere: number;
}

// Partitions are called after their quarters, so that the order of their names is that of time.
const QUARTERS = `
  WITH partition AS (
    SELECT c.oid, c.relname::text AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'effort_entry'::regclass
  ), today AS (SELECT 'entry_' || to_char($1::date, 'YYYY"_q"Q') AS name)
  SELECT count(*) FILTER (WHERE p.name < t.name AND p.name <> 'rest')::int AS past,
    count(*) FILTER (WHERE p.name = t.name)::int AS running,
    count(*) FILTER (WHERE p.name > t.name AND p.name <> 'rest')::int AS ahead,
    coalesce(sum(pg_relation_size(p.oid)) FILTER (WHERE p.name = 'rest'), 0)::float8 AS "bytesElsewhere"
  FROM partition p CROSS JOIN today t`;

@Injectable()
export class LedgerQuarters {
  constructor(private readonly database: Database) {}

  async on(today: CalendarDate): Promise<QuartersSeen> {
    const seen = await this.database.row<QuartersSeen>(QUARTERS, [today]);
    return seen ?? { past: 0, running: 0, ahead: 0, bytesElsewhere: 0 };
  }
}
