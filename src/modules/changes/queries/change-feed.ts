import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';

/** That an initiative changed. */
export interface FeedEntry {
  /** Rises in the order in which entries became visible. */
  readonly id: number;
  readonly portfolioId: string;
  readonly initiativeId: string;
}

/** The first and the last entry that are kept; 0 where there are none. */
export interface FeedEnds {
  readonly oldest: number;
  readonly newest: number;
}

export interface RecentChanges {
  readonly newest: number;
  readonly initiativeIds: readonly string[];
}

const AFTER = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId" FROM change_feed WHERE id > $1 ORDER BY id LIMIT $2`;

const ENDS =
  'SELECT coalesce((SELECT min(id) FROM change_feed), 0) AS oldest, coalesce((SELECT max(id) FROM change_feed), 0) AS newest';

// One statement, so that both answers are of one moment.
const RECENT = `
  SELECT coalesce((SELECT max(id) FROM change_feed), 0) AS newest,
    (SELECT coalesce(jsonb_agg(DISTINCT initiative_id), '[]') FROM change_feed WHERE moved_at >= $2 AND portfolio_id = $1) AS "initiativeIds"`;

const FIRST_AFTER = 'SELECT moved_at AS "movedAt" FROM change_feed WHERE id > $1 ORDER BY id LIMIT 1';

/** Which initiatives changed, to be read on from the number one knows: nothing comes in before it later on. Entries are kept for an hour. */
@Injectable()
export class ChangeFeed {
  constructor(private readonly database: Database) {}

  /** What came after an entry, oldest first, at most `most`. */
  after(id: number, most: number): Promise<readonly FeedEntry[]> {
    return this.database.rows<FeedEntry>(AFTER, [id, most]);
  }

  async ends(): Promise<FeedEnds> {
    return (await this.database.row<FeedEnds>(ENDS)) ?? { oldest: 0, newest: 0 };
  }

  /** The initiatives of a portfolio that changed since an instant, and the newest entry of all. */
  async recent(portfolioId: string, since: Instant): Promise<RecentChanges> {
    return (await this.database.row<RecentChanges>(RECENT, [portfolioId, since])) ?? { newest: 0, initiativeIds: [] };
  }

  /** When the first entry after this one came in; null where none did. */
  async firstAfter(id: number): Promise<Instant | null> {
    return (await this.database.row<{ movedAt: Instant }>(FIRST_AFTER, [id]))?.movedAt ?? null;
  }
}
