import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Something that a tool has to be asked for. */
export interface Wish {
  readonly id: string;
  readonly what: 'TICKET' | 'WORKLOG';
  /** Its id, or its key. */
  readonly ticket: string;
  readonly byKey: boolean;
  readonly worklogExternalId: string | null;
  readonly wishedAt: Instant;
  readonly attempts: number;
}

const COLUMNS =
  'id, what, ticket, by_key AS "byKey", worklog_external_id AS "worklogExternalId", wished_at AS "wishedAt", attempts';

/** Wishes as their connection left them. */
@Injectable()
export class WishRepository {
  constructor(private readonly database: Database) {}

  /** Those whose time has come, the longest due first. */
  due(connectionId: string, now: Instant, limit: number): Promise<readonly Wish[]> {
    return this.database.rows<Wish>(
      `SELECT ${COLUMNS} FROM refetch_wish WHERE connection_id = $1 AND due_at <= $2 ORDER BY due_at, id LIMIT $3`,
      [connectionId, now, limit],
    );
  }

  /** False where it is fulfilled already, or was wished for anew since it was read. */
  async fulfil(tx: Tx, { id, wishedAt }: Wish): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      'WITH gone AS (DELETE FROM refetch_wish WHERE id = $1 AND wished_at = $2 RETURNING id) SELECT id FROM gone',
      [id, wishedAt],
    );
    return rows.length > 0;
  }

  /** Notes that it could not be fulfilled, and when it is tried again; null: not any more. */
  async postpone(tx: Tx, { id }: Wish, dueAt: Instant | null, failure: string, attempts: number): Promise<void> {
    await tx.query('UPDATE refetch_wish SET due_at = $2, failure = $3, attempts = $4 WHERE id = $1', [
      id,
      dueAt,
      failure,
      attempts,
    ]);
  }
}
