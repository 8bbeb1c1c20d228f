import { Injectable } from '@nestjs/common';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

const KEY = `hashtextextended($1 || ':books of effort', 5)`;
const JOIN = `SELECT pg_advisory_xact_lock_shared(${KEY})`;
const CLOSE = `SELECT pg_advisory_xact_lock(${KEY})`;

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
   * Waits until nobody is writing any more whose time of recording may lie at or before the instant: what is known as of
   * then does not change from now on. An instant that has not come yet is taken for now.
   */
  async settle(portfolioId: string, asOf: Instant): Promise<void> {
    if (millisecondsOf(asOf) > millisecondsOf(this.clock.now()) - LONGEST_WRITING_MS) {
      await this.database.rows(CLOSE, [portfolioId]);
    }
  }
}
