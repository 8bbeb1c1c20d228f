import { Injectable } from '@nestjs/common';
import { MIGRATING_STATUSES } from '../../../domain/pipeline/check-migration.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { isId } from '../../../platform/ids.js';
import { INITIATIVE_COLUMNS } from '../../initiatives/queries/initiatives.js';

/** Initiatives of a portfolio on one of these template versions, where ids are given only of those. */
export interface MigratingFilter {
  readonly portfolioId: string;
  readonly templateIds: readonly string[];
  readonly initiativeIds: readonly string[] | null;
}

export interface CountedPage extends Page<Initiative> {
  readonly totalCount: Promise<number>;
}

// In the order of their ids, so that of two moves at once one waits for the other and neither for both.
const LOCK = `
  SELECT ${INITIATIVE_COLUMNS} FROM initiative i WHERE i.portfolio_id = $1 AND i.id = ANY($2) ORDER BY i.id FOR NO KEY UPDATE`;
const LOCK_ALL = `
  SELECT ${INITIATIVE_COLUMNS} FROM initiative i
  WHERE i.portfolio_id = $1 AND i.template_id = ANY($2) AND i.status = ANY($3) ORDER BY i.id FOR NO KEY UPDATE`;

const FILTER = `
  i.portfolio_id = $1 AND i.template_id = ANY($2) AND i.status = ANY($3) AND ($4::uuid[] IS NULL OR i.id = ANY($4))`;
const PAGE = `
  SELECT ${INITIATIVE_COLUMNS}, i.number FROM initiative i WHERE ${FILTER} AND i.number > $5 ORDER BY i.number LIMIT $6`;
const COUNT = `SELECT count(*) AS count FROM initiative i WHERE ${FILTER}`;

const LIST = 'templateMigrationPreview';

@Injectable()
export class MigratingInitiatives {
  constructor(private readonly database: Database) {}

  /** The initiatives of a portfolio with these ids, whatever they follow; locked until the transaction ends. */
  lock(tx: Tx, portfolioId: string, ids: readonly string[]): Promise<readonly Initiative[]> {
    return this.database.rows<Initiative>(LOCK, [portfolioId, ids.filter(isId)], tx);
  }

  /** Every initiative of a portfolio on one of these template versions that is neither killed nor retired; locked likewise. */
  lockAllOn(tx: Tx, portfolioId: string, templateIds: readonly string[]): Promise<readonly Initiative[]> {
    return this.database.rows<Initiative>(LOCK_ALL, [portfolioId, templateIds, MIGRATING_STATUSES], tx);
  }

  /** A page of those that pass the filter and are neither killed nor retired, by number. */
  async page(filter: MigratingFilter, first: number, after: string | null): Promise<CountedPage> {
    const { portfolioId, templateIds, initiativeIds } = filter;
    const parameters = [portfolioId, templateIds, MIGRATING_STATUSES, initiativeIds?.filter(isId) ?? null];
    const [behind = 0] = decodeCursor(LIST, after, ['number']) ?? [];
    const rows = await this.database.rows<Initiative & { readonly number: number }>(PAGE, [
      ...parameters,
      behind,
      first + 1,
    ]);
    const count = async (): Promise<number> =>
      (await this.database.row<{ count: number }>(COUNT, parameters))?.count ?? 0;
    return {
      ...pageOf(rows, first, after, ({ number }) => encodeCursor(LIST, [number])),
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }
}
