import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../../domain/tickets/connection-settings.js';
import type { TicketTool } from '../../../domain/tickets/ticket.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** A connection to a ticketing tool, without its secrets. */
export interface Connection {
  readonly id: string;
  readonly portfolioId: string;
  readonly tool: TicketTool;
  readonly name: string;
  readonly settings: ConnectionSettings;
  readonly paused: boolean;
  readonly version: number;
  readonly createdAt: Instant;
  readonly deletedAt: Instant | null;
  /** Whether the tool can be asked, with a credential of ours. */
  readonly hasCredential: boolean;
  /** Until when the secret before the last rotation holds; null where there was none. */
  readonly previousSecretUntil: Instant | null;
}

const CONNECTION = `
  SELECT id, portfolio_id AS "portfolioId", tool, name, settings, paused, version, created_at AS "createdAt",
    deleted_at AS "deletedAt", credential IS NOT NULL AS "hasCredential", previous_secret_until AS "previousSecretUntil"
  FROM integration_connection`;
const BY_IDS = `${CONNECTION} WHERE id = ANY($1)`;
const LIVING_OF_PORTFOLIOS = `
  ${CONNECTION} WHERE portfolio_id = ANY($1) AND deleted_at IS NULL ORDER BY portfolio_id, lower(name), id`;
const OF_PORTFOLIO =
  'SELECT id FROM integration_connection WHERE portfolio_id = $1 AND deleted_at IS NULL AND id = ANY($2)';

@Injectable()
export class Connections {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, Connection | null>(
    async (ids) => new Map((await this.byIds(ids)).map((connection) => [connection.id, connection])),
    () => null,
  );

  /** The living connections of a portfolio, by name. */
  readonly ofPortfolio = loader<string, readonly Connection[]>(
    async (ids) =>
      groupBy(
        await this.database.rows<Connection>(LIVING_OF_PORTFOLIOS, [ids]),
        (connection) => connection.portfolioId,
      ),
    () => [],
  );

  /** Deleted ones too. */
  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Connection[]> {
    return this.database.rows<Connection>(BY_IDS, [ids.filter(isId)], tx);
  }

  /** A connection that is known to be there, deleted or not. */
  async get(id: string, tx?: Tx): Promise<Connection> {
    const [connection] = await this.byIds([id], tx);
    if (!connection) {
      throw new Error(`Connection ${id} is referred to but not there.`);
    }
    return connection;
  }

  /** The connection with this id, as far as the viewer may know of it; null for a deleted one. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Connection | null> {
    const [connection] = await this.byIds([id], tx);
    const isThere = connection?.deletedAt === null && requireAccess(viewer, 'portfolio:read', connection.portfolioId);
    return isThere ? connection : null;
  }

  /** Which of these ids are living connections of the portfolio. */
  async known(portfolioId: string, ids: readonly string[], tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ id: string }>(OF_PORTFOLIO, [portfolioId, ids.filter(isId)], tx);
    return new Set(rows.map((row) => row.id));
  }
}
