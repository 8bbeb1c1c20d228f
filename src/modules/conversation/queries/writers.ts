import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { mayWriteAnother, MOST_TEXTS, windowBefore } from '../../../domain/conversation/writing-rate.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { requireAccess } from '../../identity/access.js';

const WRITTEN = `
  SELECT (SELECT count(*) FROM comment_text t WHERE t.written_by = $1 AND t.written_at > $2)::int
    + (SELECT count(*) FROM status_update u WHERE u.posted_by = $1 AND u.posted_at > $2)::int AS count`;

/** Who may write in a portfolio, and how much. */
@Injectable()
export class Writers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * People write, machines do not: FORBIDDEN for a member who is nothing but INTEGRATION. RATE_LIMITED for whoever has written
   * 30 texts within the last minute, in whatever portfolio; of several requests at once a few more may come through.
   */
  async require(viewer: Viewer, portfolioId: string, tx: Tx): Promise<void> {
    requireAccess(viewer, 'comment:post', portfolioId);
    const since = windowBefore(this.clock.now());
    const written = await this.database.row<{ count: number }>(WRITTEN, [viewer.userId, since], tx);
    if (!mayWriteAnother(written?.count ?? 0)) {
      throw fault('RATE_LIMITED', `You have written ${MOST_TEXTS} texts within a minute. Wait a minute and go on.`);
    }
  }
}
