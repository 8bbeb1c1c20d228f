import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { readAtPrimary } from '../../../platform/database/request-scope.js';
import { fault } from '../../../platform/faults.js';

/** The lock that who writes effort in a portfolio ($1) shares with others; see `EffortBooks` of effort. */
export const BOOKS_KEY = `hashtextextended($1 || ':books of effort', 5)`;

/**
 * Who writes effort holds the books; who records anything else of an initiative has locked one. `$2` are the tables that
 * whoever writes what is asked for locks first, or locks rows of, before the time of recording is taken.
 */
const WRITERS = `
  SELECT DISTINCT l.virtualtransaction AS writer
  FROM pg_locks l CROSS JOIN (SELECT ${BOOKS_KEY} AS key) AS books
  WHERE l.granted AND l.pid <> pg_backend_pid() AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND CASE l.locktype
      WHEN 'advisory' THEN l.objsubid = 1 AND l.classid::bigint = (books.key >> 32 & 4294967295) AND l.objid::bigint = (books.key & 4294967295)
      WHEN 'relation' THEN l.relation = ANY($2::text[]::regclass[]) AND l.mode IN ('RowShareLock', 'RowExclusiveLock')
      ELSE false END`;
/** What is recorded of initiatives, and what the rules find of it: who looks has locked what is due. */
const RECORDED = ['initiative'];
const FOUND = [...RECORDED, 'initiative_insight', 'portfolio_insight', 'finding_mute'];

const ARE_WRITING = 'SELECT 1 FROM pg_locks WHERE virtualtransaction = ANY($1::text[]) LIMIT 1';

const POLL_MS = 10;
const LONGEST_WAIT_MS = 10_000;

/** No transaction takes longer: its statements, and its pauses, are cut off long before. */
const LONGEST_WRITING_MS = 10 * 60_000;

/** For whoever answers about a past instant, of whatever is recorded in a portfolio. */
@Injectable()
export class SettledKnowledge {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits until those have ended who are writing at this moment, and whose time of recording may lie at or before the instant:
   * what is known as of then does not change from now on. Nobody waits for who waits here, and nothing is asked as of more than
   * ten minutes ago. SERVICE_UNAVAILABLE after ten seconds.
   */
  settle(portfolioId: string, asOf: Instant): Promise<void> {
    return this.wait(portfolioId, asOf, RECORDED);
  }

  /** The same of findings and mutes, and of all that they rest on. */
  settleFindings(portfolioId: string, asOf: Instant): Promise<void> {
    return this.wait(portfolioId, asOf, FOUND);
  }

  private async wait(portfolioId: string, asOf: Instant, tables: readonly string[]): Promise<void> {
    if (millisecondsOf(asOf) <= millisecondsOf(this.clock.now()) - LONGEST_WRITING_MS) {
      return;
    }
    // Whom it waits for write at the primary, and so they stand there first.
    readAtPrimary();
    const found = await this.database.rows<{ writer: string }>(WRITERS, [portfolioId, tables]);
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
