import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';

const KEY = `hashtextextended($1 || ':books of effort', 5)`;
const JOIN = `SELECT pg_advisory_xact_lock_shared(${KEY})`;
const CLOSE = `SELECT pg_advisory_xact_lock(${KEY})`;

/** Who writes effort holds the books; who changes what is said of initiatives, or where they stand, has locked one of them. */
const WRITERS = `
  SELECT DISTINCT l.virtualtransaction AS writer
  FROM pg_locks l CROSS JOIN (SELECT ${KEY} AS key) AS books
  WHERE l.granted AND l.pid <> pg_backend_pid() AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND CASE l.locktype
      WHEN 'advisory' THEN l.objsubid = 1 AND l.classid::bigint = (books.key >> 32 & 4294967295) AND l.objid::bigint = (books.key & 4294967295)
      WHEN 'relation' THEN l.relation = 'initiative'::regclass AND l.mode IN ('RowShareLock', 'RowExclusiveLock')
      ELSE false END`;
const ARE_WRITING = 'SELECT 1 FROM pg_locks WHERE virtualtransaction = ANY($1::text[]) LIMIT 1';

const POLL_MS = 10;
const LONGEST_WAIT_MS = 10_000;

/** No transaction takes longer: its statements, and its pauses, are cut off long before. */
const LONGEST_WRITING_MS = 10 * 60_000;

/**
 * The books of effort of a portfolio. Any number of writers may join them at once; who closes them waits until all of these
 * have committed, and keeps later ones waiting. It is the first lock that a writer of effort takes, and only then the time
 * of recording: so what is recorded after the books were closed also says so.
 */
@Injectable()
export class EffortBooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For who writes effort. */
  async join(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(JOIN, [portfolioId]);
  }

  /** For who changes what writers go by: no writer is under way, and none begins before the transaction ends. */
  async close(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(CLOSE, [portfolioId]);
  }

  /**
   * Waits until those have ended who are writing at this moment, and whose time of recording may lie at or before the instant:
   * what is known as of then does not change from now on. Nobody waits for who waits here. SERVICE_UNAVAILABLE after ten
   * seconds.
   */
  async settle(portfolioId: string, asOf: Instant): Promise<void> {
    if (millisecondsOf(asOf) <= millisecondsOf(this.clock.now()) - LONGEST_WRITING_MS) {
      return;
    }
    const found = await this.database.rows<{ writer: string }>(WRITERS, [portfolioId]);
    const writers = found.map(({ writer }) => writer);
    const end = performance.now() + LONGEST_WAIT_MS;
    while (writers.length > 0 && (await this.database.row(ARE_WRITING, [writers])) !== null) {
      if (performance.now() > end) {
        throw fault(
          'SERVICE_UNAVAILABLE',
          `What is known as of ${asOf} is being written still. Ask again in a moment.`,
        );
      }
      await pause(POLL_MS);
    }
  }
}
