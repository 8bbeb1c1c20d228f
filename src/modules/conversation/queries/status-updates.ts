import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { counted, postedPages, type CountedPage, type Paging } from './paging.js';

/** What somebody told of an initiative at one time. */
export interface StatusUpdate {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly health: Exclude<Health, 'NO_DATA'>;
  readonly text: string;
  readonly postedAt: Instant;
  readonly postedById: string;
}

const COLUMNS = `
  u.id, u.portfolio_id AS "portfolioId", u.initiative_id AS "initiativeId", u.health, u.text, u.posted_at AS "postedAt",
  u.posted_by AS "postedById"`;
const BY_ID = `SELECT ${COLUMNS} FROM status_update u WHERE u.id = $1`;
const PAGES = `
  SELECT page.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM status_update u WHERE u.initiative_id = asked.id AND (u.posted_at, u.id) < ($2::timestamptz, $3::uuid)
    ORDER BY u.posted_at DESC, u.id DESC LIMIT $4) AS page`;
const LATEST = `
  SELECT latest.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM status_update u WHERE u.initiative_id = asked.id
    ORDER BY u.posted_at DESC, u.id DESC LIMIT 1) AS latest`;
const COUNTS = `
  SELECT u.initiative_id AS id, count(*)::int AS count FROM status_update u WHERE u.initiative_id = ANY($1) GROUP BY u.initiative_id`;

@Injectable()
export class StatusUpdates {
  constructor(private readonly database: Database) {}

  private readonly pages = postedPages<StatusUpdate>(
    'status-updates',
    'NEWEST_FIRST',
    ({ initiativeId }) => initiativeId,
    (ids, from, most) => this.database.rows<StatusUpdate>(PAGES, [ids, ...from, most]),
  );

  private readonly counts = loader<string, number>(
    async (ids) => {
      const rows = await this.database.rows<{ id: string; count: number }>(COUNTS, [ids]);
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
    () => 0,
  );

  /** The status update of an initiative that was posted last; null where there is none. */
  readonly latestOf = loader<string, StatusUpdate | null>(
    async (ids) => {
      const rows = await this.database.rows<StatusUpdate>(LATEST, [ids]);
      return new Map(rows.map((update) => [update.initiativeId, update]));
    },
    () => null,
  );

  /** A page of the status updates of an initiative, the newest first. */
  async ofInitiative(scope: object, initiativeId: string, paging: Paging): Promise<CountedPage<StatusUpdate>> {
    return counted(await this.pages(scope, initiativeId, paging), () => this.counts.load(scope, initiativeId));
  }

  /** A status update that is known to be there. */
  async get(id: string, tx: Tx): Promise<StatusUpdate> {
    const update = await this.database.row<StatusUpdate>(BY_ID, [id], tx);
    if (!update) {
      throw new Error(`Status update ${id} is referred to but not there.`);
    }
    return update;
  }
}
