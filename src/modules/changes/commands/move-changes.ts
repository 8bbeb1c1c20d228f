import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Who listens on this is woken when something came into the feed. */
export const CHANGES_CHANNEL = 'tollgate_changes';

const LOCK = 7_065_287;
const AT_ONCE = 5_000;

const IS_WAITING = 'SELECT EXISTS (SELECT 1 FROM initiative_change) AS waits';

const MOVE = `
  WITH taken AS (
    DELETE FROM initiative_change WHERE id IN (SELECT id FROM initiative_change ORDER BY id LIMIT ${AT_ONCE})
    RETURNING portfolio_id, initiative_id, left_stage, is_finding
  ),
  fed AS (
    INSERT INTO change_feed (portfolio_id, initiative_id, moved_at)
    SELECT DISTINCT portfolio_id, initiative_id, $1::timestamptz FROM taken WHERE initiative_id IS NOT NULL
  ),
  marks AS (
    INSERT INTO pending_mark (portfolio_id, initiative_id, left_stage)
    SELECT DISTINCT portfolio_id, initiative_id, left_stage FROM taken WHERE NOT is_finding
  )
  SELECT count(*)::integer AS count FROM taken`;

const WAKE = `SELECT pg_notify('${CHANGES_CHANNEL}', '')`;

/**
 * Moves what changed from where writers put it down into the feed, and puts down what has to be marked for the rules to look at
 * anew. It waits for nobody who looks. One at a time moves, so that the numbers of the feed rise in the order in which its rows
 * become visible. It wakes listeners here and not in the writers' transactions: there PostgreSQL would make all commits wait for
 * each other.
 */
@Injectable()
export class MoveChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Moves all that waited when it began; how much it was. */
  async run(): Promise<number> {
    const row = await this.database.row<{ waits: boolean }>(IS_WAITING);
    let moved = 0;
    for (let taken = row?.waits ? AT_ONCE : 0; taken === AT_ONCE;) {
      // Less than it takes at once was all that was committed before it began: who goes on writing keeps nobody here.
      taken = await this.some();
      moved += taken;
    }
    return moved;
  }

  private async some(): Promise<number> {
    const moved = await this.work.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const [row] = await tx.query<{ count: number }>(MOVE, [this.clock.now()]);
      const count = row?.count ?? 0;
      if (count > 0) {
        await tx.query(WAKE);
      }
      return accept(count);
    });
    return moved.ok ? moved.value : 0;
  }
}
