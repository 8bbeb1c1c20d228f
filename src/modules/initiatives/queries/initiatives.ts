import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

export const INITIATIVE_COLUMNS = `
  i.id, i.key, i.portfolio_id AS "portfolioId", i.name, i.problem, i.value_thesis AS "valueThesis", i.solution_type AS "solutionType",
  i.investment_class AS "investmentClass", i.risk_tier AS "riskTier", i.business_unit AS "businessUnit", i.owner_id AS "ownerId",
  i.sponsor_id AS "sponsorId", i.default_category_key AS "defaultCategoryKey", i.template_id AS "templateId", i.stage_key AS "stageKey", i.status, i.external_ref AS "externalRef",
  i.version, i.created_at AS "createdAt", i.updated_at AS "updatedAt"`;

const BY_IDS = `SELECT ${INITIATIVE_COLUMNS} FROM initiative i WHERE i.id = ANY($1)`;
const BY_KEY = `SELECT ${INITIATIVE_COLUMNS} FROM initiative i WHERE i.key = $1`;
const LOCK = `SELECT ${INITIATIVE_COLUMNS} FROM initiative i WHERE i.id = $1 FOR NO KEY UPDATE`;
const LOCK_ALL = 'SELECT 1 FROM initiative WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE';

@Injectable()
export class Initiatives {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, Initiative | null>(
    async (ids) => new Map((await this.byIds(ids)).map((initiative) => [initiative.id, initiative])),
    () => null,
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Initiative[]> {
    return this.database.rows<Initiative>(BY_IDS, [ids.filter(isId)], tx);
  }

  /** The initiative with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Initiative | null> {
    const [initiative] = await this.byIds([id], tx);
    return this.asSeenBy(viewer, initiative ?? null);
  }

  async seenByKey(viewer: Viewer, key: string): Promise<Initiative | null> {
    return this.asSeenBy(viewer, await this.database.row<Initiative>(BY_KEY, [key]));
  }

  /** The same, locked until the transaction ends: what is decided on it cannot change underneath. */
  async lockSeenBy(viewer: Viewer, id: string, tx: Tx): Promise<Initiative | null> {
    return this.asSeenBy(viewer, isId(id) ? await this.lock(id, tx) : null);
  }

  /** The same for what the system does by itself. */
  lock(id: string, tx: Tx): Promise<Initiative | null> {
    return this.database.row<Initiative>(LOCK, [id], tx);
  }

  /** Locks many at once, in the order of their ids, so that two who do so never wait for each other in a circle. */
  async lockAll(ids: readonly string[], tx: Tx): Promise<void> {
    await this.database.rows(LOCK_ALL, [ids], tx);
  }

  private asSeenBy(viewer: Viewer, initiative: Initiative | null): Initiative | null {
    return requireAccess(viewer, 'portfolio:read', initiative?.portfolioId) ? initiative : null;
  }
}
