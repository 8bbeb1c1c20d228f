import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What an initiative comes to. */
export interface InsightRow {
  readonly initiativeId: string;
  readonly health: Health;
  readonly healthReason: string;
  readonly isReady: boolean;
  readonly dueAt: Instant;
}

/** What may be otherwise as of the instant $2: also where it was looked at with a clock that was ahead, or was set back since. */
export const IS_DUE = '(due_at <= $2 OR looked_at > $2)';

const LOCK_DUE = `
  SELECT initiative_id AS id FROM initiative_insight WHERE initiative_id = ANY($1) AND ${IS_DUE} ORDER BY initiative_id FOR UPDATE`;
const LOCK_SOME = `
  SELECT initiative_id AS id FROM initiative_insight WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const SAVE = `
  UPDATE initiative_insight i SET health = r.health, health_reason = r."healthReason", is_ready = r."isReady", due_at = r."dueAt", looked_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS r ("initiativeId" uuid, health text, "healthReason" text, "isReady" boolean, "dueAt" timestamptz)
  WHERE i.initiative_id = r."initiativeId"`;
const PUT_OFF = 'UPDATE initiative_insight SET due_at = $2 WHERE initiative_id = $1';

const PORTFOLIOS_DUE = 'SELECT portfolio_id AS id FROM portfolio_insight WHERE due_at <= $1 ORDER BY due_at LIMIT 20';
const LOCK_PORTFOLIO = `SELECT portfolio_id AS id FROM portfolio_insight WHERE portfolio_id = $1 AND ${IS_DUE} FOR UPDATE`;
const SAVE_PORTFOLIO = 'UPDATE portfolio_insight SET due_at = $2, looked_at = $3 WHERE portfolio_id = $1';
const PUT_OFF_PORTFOLIO = 'UPDATE portfolio_insight SET due_at = $2 WHERE portfolio_id = $1';

interface IdRow {
  readonly id: string;
}

/** What initiatives come to, and when that and the findings of portfolios have to be looked at again. */
@Injectable()
export class InsightRepository {
  constructor(private readonly database: Database) {}

  /** Those of the initiatives that are due; nobody else looks at them until the transaction ends. */
  async lockDue(tx: Tx, ids: readonly string[], at: Instant): Promise<readonly string[]> {
    return (await tx.query<IdRow>(LOCK_DUE, [ids, at])).map(({ id }) => id);
  }

  /** Some that have been due longest and that nobody else looks at. */
  async lockSome(tx: Tx, at: Instant, limit: number): Promise<readonly string[]> {
    return (await tx.query<IdRow>(LOCK_SOME, [at, limit])).map(({ id }) => id).toSorted();
  }

  async save(tx: Tx, rows: readonly InsightRow[], at: Instant): Promise<void> {
    await tx.query(SAVE, [JSON.stringify(rows), at]);
  }

  /** Leaves an initiative alone until then: it could not be looked at. */
  async putOff(tx: Tx, id: string, until: Instant): Promise<void> {
    await tx.query(PUT_OFF, [id, until]);
  }

  /** Some portfolios that have been due longest. */
  async portfoliosDue(at: Instant): Promise<readonly string[]> {
    return (await this.database.rows<IdRow>(PORTFOLIOS_DUE, [at])).map(({ id }) => id);
  }

  /** Whether the portfolio is due; nobody else looks at it until the transaction ends. */
  async lockPortfolio(tx: Tx, id: string, at: Instant): Promise<boolean> {
    return (await tx.query<IdRow>(LOCK_PORTFOLIO, [id, at])).length > 0;
  }

  async savePortfolio(tx: Tx, id: string, dueAt: Instant, at: Instant): Promise<void> {
    await tx.query(SAVE_PORTFOLIO, [id, dueAt, at]);
  }

  /** Leaves a portfolio alone until then. */
  async putOffPortfolio(tx: Tx, id: string, until: Instant): Promise<void> {
    await tx.query(PUT_OFF_PORTFOLIO, [id, until]);
  }
}
