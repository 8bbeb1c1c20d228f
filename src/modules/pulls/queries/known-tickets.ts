import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A ticket that is known, as its tool names it. */
export interface KnownTicket {
  readonly externalId: string;
  readonly key: string;
}

const ONE = `
  SELECT external_id AS "externalId", key FROM ticket
  WHERE connection_id = $1 AND tool_updated_at IS NOT NULL AND (external_id = $2 OR key = $3)
  ORDER BY external_id = $2 DESC LIMIT 1`;
const LINKED = `
  SELECT external_id AS "externalId", key FROM ticket t
  WHERE connection_id = $1 AND external_id > $2 AND tool_updated_at IS NOT NULL
    AND (deleted_at IS NULL OR restored_at >= deleted_at)
    AND (EXISTS (SELECT 1 FROM ticket_link WHERE ticket_id = t.id AND unlinked_at IS NULL)
      OR EXISTS (SELECT 1 FROM ticket_criterion WHERE ticket_id = t.id AND unlinked_at IS NULL))
  ORDER BY external_id LIMIT $3`;
const VERSIONS = `
  SELECT external_id AS "externalId", tool_updated_at AS "updatedAt", revision FROM ticket
  WHERE connection_id = $1 AND external_id = ANY($2) AND tool_updated_at IS NOT NULL AND status_category <> 'UNKNOWN'`;
const DELETED = `
  SELECT external_id AS "externalId", deleted_at AS "deletedAt" FROM ticket
  WHERE connection_id = $1 AND external_id = ANY($2) AND deleted_at IS NOT NULL
    AND (restored_at IS NULL OR restored_at < deleted_at)`;

/** How far a ticket is known. */
export interface KnownVersion {
  readonly externalId: string;
  readonly updatedAt: Instant;
  readonly revision: number | null;
}

/** Which tickets of a connection are known already. */
@Injectable()
export class KnownTickets {
  constructor(private readonly database: Database) {}

  /** By its id, else by its key; null where nothing is known of it but that it was deleted, or nothing at all. */
  one(connectionId: string, externalId: string | null, key: string | null): Promise<KnownTicket | null> {
    return this.database.row<KnownTicket>(ONE, [connectionId, externalId, key]);
  }

  /** Living tickets that are linked to an initiative or a criterion, by id, those after `after`. */
  linkedAfter(connectionId: string, after: string, limit: number): Promise<readonly KnownTicket[]> {
    return this.database.rows<KnownTicket>(LINKED, [connectionId, after, limit]);
  }

  /** How far these are known, those of them whose status is. */
  versionsOf(connectionId: string, externalIds: readonly string[], tx: Tx): Promise<readonly KnownVersion[]> {
    return this.database.rows<KnownVersion>(VERSIONS, [connectionId, externalIds], tx);
  }

  /** Which of these are known to be deleted, and since when. */
  async deletedAmong(
    connectionId: string,
    externalIds: readonly string[],
    tx: Tx,
  ): Promise<ReadonlyMap<string, Instant>> {
    const rows = await this.database.rows<{ externalId: string; deletedAt: Instant }>(
      DELETED,
      [connectionId, externalIds],
      tx,
    );
    return new Map(rows.map(({ externalId, deletedAt }) => [externalId, deletedAt]));
  }
}
