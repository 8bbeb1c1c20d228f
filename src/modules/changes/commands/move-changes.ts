import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';

/** Who listens on this is woken when something came into the feed. */
export const CHANGES_CHANNEL = 'tollgate_changes';

const LOCK = 7_065_287;
const AT_ONCE = 5_000;

interface Change {
  readonly portfolioId: string;
  readonly initiativeId: string | null;
  readonly leftStage: string | null;
  readonly isFinding: boolean;
}

const IS_WAITING =
  'SELECT EXISTS (SELECT 1 FROM initiative_change WHERE $1::uuid IS NULL OR portfolio_id = $1) AS waits';

// As a question, for the data source answers a bare DELETE with a pair of its rows and their number.
const TAKE = `
  WITH taken AS (
    DELETE FROM initiative_change WHERE id IN (SELECT id FROM initiative_change ORDER BY id LIMIT ${AT_ONCE})
    RETURNING portfolio_id AS "portfolioId", initiative_id AS "initiativeId", left_stage AS "leftStage", is_finding AS "isFinding"
  )
  SELECT * FROM taken`;

const FEED = `
  INSERT INTO change_feed (portfolio_id, initiative_id, moved_at)
  SELECT DISTINCT portfolio_id, initiative_id, $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS c (portfolio_id uuid, initiative_id uuid) WHERE initiative_id IS NOT NULL`;

// In the order of their ids, so that two who mark never wait for each other in a circle.
const MARK_INITIATIVES = `
  WITH moved AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS c (portfolio_id uuid, initiative_id uuid, left_stage text, is_finding boolean)
    WHERE NOT is_finding
  )
  INSERT INTO initiative_insight (initiative_id, portfolio_id, due_at)
  SELECT i.id, i.portfolio_id, '-infinity' FROM initiative i
  WHERE i.id IN (SELECT initiative_id FROM moved) OR (i.status = 'ACTIVE' AND EXISTS (
    SELECT 1 FROM moved m WHERE m.left_stage = i.stage_key AND m.portfolio_id = i.portfolio_id))
  ORDER BY i.id
  ON CONFLICT (initiative_id) DO UPDATE SET due_at = excluded.due_at`;

const MARK_PORTFOLIOS = `
  INSERT INTO portfolio_insight (portfolio_id, due_at)
  SELECT DISTINCT portfolio_id, '-infinity'::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS c (portfolio_id uuid, is_finding boolean) WHERE NOT is_finding
  ORDER BY portfolio_id
  ON CONFLICT (portfolio_id) DO UPDATE SET due_at = excluded.due_at`;

const WAKE = `SELECT pg_notify('${CHANGES_CHANNEL}', '')`;

/**
 * Moves what changed from where writers put it down into the feed, and marks what the rules have to look at anew: the
 * initiative itself, those that stand in a stage it left, and its portfolio. One at a time moves, so that the numbers of the
 * feed rise in the order in which its rows become visible. It wakes listeners here and not in the writers' transactions: there
 * PostgreSQL would make all commits wait for each other.
 */
@Injectable()
export class MoveChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Moves all that waited when it began, of one portfolio where one is named only if that has anything waiting; how much it was. */
  async run(portfolioId: string | null = null): Promise<number> {
    const row = await this.database.row<{ waits: boolean }>(IS_WAITING, [portfolioId]);
    let moved = 0;
    for (let taken = row?.waits ? AT_ONCE : 0; taken === AT_ONCE;) {
      // Less than it takes at once was all that was committed before it began: who goes on writing keeps nobody here.
      taken = await this.some();
      moved += taken;
    }
    return moved;
  }

  private async some(): Promise<number> {
    let count = 0;
    await this.work.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const changes = await tx.query<Change>(TAKE);
      count = changes.length;
      if (count > 0) {
        await this.move(tx, changes);
      }
      return accept(null);
    });
    return count;
  }

  private async move(tx: Tx, changes: readonly Change[]): Promise<void> {
    const rows = JSON.stringify(
      changes.map(({ portfolioId, initiativeId, leftStage, isFinding }) => ({
        portfolio_id: portfolioId,
        initiative_id: initiativeId,
        left_stage: leftStage,
        is_finding: isFinding,
      })),
    );
    await tx.query(FEED, [rows, this.clock.now()]);
    await tx.query(MARK_INITIATIVES, [rows]);
    await tx.query(MARK_PORTFOLIOS, [rows]);
    await tx.query(WAKE);
  }
}
