import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { BOOKS_KEY } from '../../portfolios/queries/settled-knowledge.js';

const JOIN = `SELECT pg_advisory_xact_lock_shared(${BOOKS_KEY})`;
const CLOSE = `SELECT pg_advisory_xact_lock(${BOOKS_KEY})`;

/**
 * The books of effort of a portfolio. Any number of writers may join them at once; who closes them waits until all of these
 * have committed, and keeps later ones waiting. It is the first lock that a writer of effort takes, and only then the time
 * of recording: so what is recorded after the books were closed also says so.
 */
@Injectable()
export class EffortBooks {
  /** For who writes effort. */
  async join(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(JOIN, [portfolioId]);
  }

  /** For who changes what writers go by: no writer is under way, and none begins before the transaction ends. */
  async close(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(CLOSE, [portfolioId]);
  }
}
