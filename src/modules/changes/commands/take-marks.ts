import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What has to be marked of one change. */
export interface PendingMark {
  /** Null: it concerns the portfolio. */
  readonly initiativeId: string | null;
  /** The stage that was left, or come back to, so that others in it are judged otherwise. */
  readonly leftStage: string | null;
}

/** How many it takes at once. */
export const MARKS_AT_ONCE = 5_000;

const LOCK = 7_065_288;

// As a question, for the data source answers a bare DELETE with a pair of its rows and their number.
const TAKE = `
  WITH taken AS (
    DELETE FROM pending_mark WHERE id IN (SELECT id FROM pending_mark WHERE portfolio_id = $1 ORDER BY id LIMIT ${MARKS_AT_ONCE})
    RETURNING initiative_id AS "initiativeId", left_stage AS "leftStage"
  )
  SELECT * FROM taken`;

/**
 * Takes what has to be marked of a portfolio, for the caller to mark in the same transaction. One at a time marks a portfolio:
 * who comes second finds, when it gets here, that all is marked which was taken before. Open to no client by itself.
 */
@Injectable()
export class TakeMarks {
  async run(tx: Tx, portfolioId: string): Promise<readonly PendingMark[]> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, portfolioId]);
    return tx.query<PendingMark>(TAKE, [portfolioId]);
  }
}
