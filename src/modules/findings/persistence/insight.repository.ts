import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { RejudgedStage } from '../../../domain/pipeline/aging.js';
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

/** Due since it changed itself: before all that is due for another reason. */
export const CHANGED = "'-infinity'::timestamptz";
/** Due since others changed: at whichever hour a clock stands. */
const REJUDGED = "'epoch'::timestamptz";

// In the order of their ids, so that two who mark never wait for each other in a circle. What is marked already is waited for all
// the same: who is looking at it may have looked before the change.
const MARK = `
  INSERT INTO initiative_insight AS n (initiative_id, portfolio_id, due_at)
  SELECT id, portfolio_id, min(due_at) FROM (
    SELECT i.id, i.portfolio_id, ${CHANGED} AS due_at FROM initiative i WHERE i.portfolio_id = $1 AND i.id = ANY($2::uuid[])
    UNION ALL
    SELECT i.id, i.portfolio_id, ${REJUDGED}
    FROM jsonb_to_recordset($3::jsonb) AS s ("templateId" uuid, "stageKey" text, since date)
    JOIN initiative i ON i.portfolio_id = $1 AND i.template_id = s."templateId" AND i.stage_key = s."stageKey" AND i.clock_since <= s.since
  ) marked GROUP BY 1, 2 ORDER BY 1
  ON CONFLICT (initiative_id) DO UPDATE SET due_at = excluded.due_at WHERE n.due_at > excluded.due_at`;
const MARK_PORTFOLIO = `
  INSERT INTO portfolio_insight (portfolio_id, due_at) VALUES ($1, '-infinity')
  ON CONFLICT (portfolio_id) DO UPDATE SET due_at = excluded.due_at`;

const LOCK_DUE = `
  SELECT initiative_id AS id FROM initiative_insight WHERE initiative_id = ANY($1) AND ${IS_DUE} ORDER BY initiative_id FOR UPDATE`;
const LOCK_SOME = `
  SELECT initiative_id AS id FROM initiative_insight WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const SAVE = `
  UPDATE initiative_insight i SET health = r.health, health_reason = r."healthReason", is_ready = r."isReady", due_at = r."dueAt", looked_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS r ("initiativeId" uuid, health text, "healthReason" text, "isReady" boolean, "dueAt" timestamptz)
  WHERE i.initiative_id = r."initiativeId"`;
const PUT_OFF = 'UPDATE initiative_insight SET due_at = $2 WHERE initiative_id = $1';

const PORTFOLIOS_DUE = 'SELECT portfolio_id AS id FROM portfolio_insight WHERE due_at <= $1 ORDER BY due_at LIMIT $2';
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

  /** Has due the initiatives that changed, and those that it is told otherwise of whether they are stuck. */
  async mark(
    tx: Tx,
    portfolioId: string,
    changed: readonly string[],
    rejudged: readonly RejudgedStage[],
  ): Promise<void> {
    await tx.query(MARK, [portfolioId, changed, JSON.stringify(rejudged)]);
  }

  /** Has a portfolio due. */
  async markPortfolio(tx: Tx, portfolioId: string): Promise<void> {
    await tx.query(MARK_PORTFOLIO, [portfolioId]);
  }

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
  async portfoliosDue(at: Instant, limit: number): Promise<readonly string[]> {
    return (await this.database.rows<IdRow>(PORTFOLIOS_DUE, [at, limit])).map(({ id }) => id);
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
