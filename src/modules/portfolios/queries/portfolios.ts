import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { rolesIn, type Role, type Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { requestTransaction, seesNow } from '../../../platform/database/request-scope.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { requireAccess } from '../../identity/access.js';

export interface Portfolio {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly timeZone: string;
  readonly templateId: string;
  readonly createdAt: Instant;
}

const COLUMNS = 'id, key, name, time_zone AS "timeZone", template_id AS "templateId", created_at AS "createdAt"';
const BY_KEY = `SELECT ${COLUMNS} FROM portfolio WHERE key = $1`;
const BY_IDS = `SELECT ${COLUMNS} FROM portfolio WHERE id = ANY($1)`;
const ALL = `SELECT ${COLUMNS} FROM portfolio ORDER BY key`;

const MOST_KEPT = 1_000;

// A key is never taken for an id.
const named = (key: string): string => `key ${key}`;

/**
 * Portfolios as they were made. The database lets nobody change them, so one that was read is remembered for good; whoever may not see
 * its rows is not told of it from memory either.
 */
@Injectable()
export class Portfolios {
  private readonly remembered = new LRUCache<string, Portfolio>({ max: 2 * MOST_KEPT });

  constructor(private readonly database: Database) {}

  readonly byId = loader<string, Portfolio | null>(
    async (ids) => new Map((await this.byIds(ids)).map((portfolio) => [portfolio.id, portfolio])),
    () => null,
  );

  async byIds(ids: readonly string[], tx?: Tx): Promise<readonly Portfolio[]> {
    const known = ids.flatMap((id) => this.known(id) ?? []);
    return known.length === ids.length ? known : this.read(BY_IDS, ids, tx);
  }

  async get(id: string, tx?: Tx): Promise<Portfolio> {
    const [portfolio] = await this.byIds([id], tx);
    if (!portfolio) {
      throw new Error(`Portfolio ${id} is referred to but not there.`);
    }
    return portfolio;
  }

  /** The portfolio with this key, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, key: string, tx?: Tx): Promise<Portfolio | null> {
    const portfolio = await this.byKey(key, tx);
    return requireAccess(viewer, 'portfolio:read', portfolio?.id) ? portfolio : null;
  }

  /** Every portfolio the viewer may know of, by key. */
  async allSeenBy(viewer: Viewer): Promise<readonly Portfolio[]> {
    const portfolios = await this.database.rows<Portfolio>(ALL);
    return portfolios.filter((portfolio) => rolesIn(viewer, portfolio.id).length > 0);
  }

  /** The roles with which a viewer acts in the portfolio with this key; none where there is no such portfolio. */
  async rolesOf(viewer: Viewer, key: string): Promise<readonly Role[]> {
    const portfolio = await this.byKey(key);
    return portfolio ? rolesIn(viewer, portfolio.id) : [];
  }

  private async byKey(key: string, tx?: Tx): Promise<Portfolio | null> {
    return this.known(named(key)) ?? (await this.read(BY_KEY, key, tx))[0] ?? null;
  }

  private known(idOrName: string): Portfolio | null {
    const portfolio = this.remembered.get(idOrName);
    return portfolio && seesNow(portfolio.id) ? portfolio : null;
  }

  private async read(sql: string, asked: unknown, tx?: Tx): Promise<readonly Portfolio[]> {
    // A request that is one transaction may have made them itself, and be rolled back, also while this is being read.
    const isForGood = requestTransaction() === null;
    const portfolios = await this.database.rows<Portfolio>(sql, [asked], tx);
    if (isForGood) {
      for (const portfolio of portfolios) {
        this.remembered.set(portfolio.id, portfolio);
        this.remembered.set(named(portfolio.key), portfolio);
      }
    }
    return portfolios;
  }
}
