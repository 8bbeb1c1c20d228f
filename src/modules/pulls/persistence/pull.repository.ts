import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { PullRunEntity } from './pull-run.entity.js';

export interface NewPullRun {
  readonly id: string;
  readonly portfolioId: string;
  readonly connectionId: string;
  readonly connectionVersion: number;
  readonly kind: string;
  readonly streams: readonly string[];
  readonly startedAt: Instant;
  readonly startedBy: string;
}

/** How far a stream was read. */
export interface StoredCursor {
  readonly stream: string;
  readonly position: Readonly<Record<string, string | number | null>>;
  readonly isHistory: boolean;
  readonly sweptAt: Instant | null;
  readonly version: number;
}

/** One step of a run. */
export interface PullStep {
  readonly runId: string;
  readonly events: number;
  readonly changed: number;
  readonly found: number;
  readonly at: Instant;
}

@Injectable()
export class PullRepository {
  /** Lets one at a time begin to read a connection. */
  async lockConnection(tx: Tx, connectionId: string): Promise<void> {
    await tx.query('SELECT 1 FROM integration_connection WHERE id = $1 FOR NO KEY UPDATE', [connectionId]);
  }

  async running(tx: Tx, connectionId: string): Promise<{ id: string; startedAt: Instant; seenAt: Instant } | null> {
    const [run] = await tx.query<{ id: string; startedAt: Instant; seenAt: Instant }>(
      `SELECT id, started_at AS "startedAt", seen_at AS "seenAt" FROM pull_run
       WHERE connection_id = $1 AND status = 'RUNNING' FOR UPDATE`,
      [connectionId],
    );
    return run ?? null;
  }

  /** Until when the tool wants not to be asked, as it said last. */
  async quietUntil(tx: Tx, connectionId: string): Promise<Instant | null> {
    const [row] = await tx.query<{ notBefore: Instant | null }>(
      'SELECT max(not_before) AS "notBefore" FROM pull_run WHERE connection_id = $1',
      [connectionId],
    );
    return row?.notBefore ?? null;
  }

  async insert(tx: Tx, { startedAt, streams, ...run }: NewPullRun): Promise<void> {
    await tx.manager.insert(PullRunEntity, {
      ...run,
      streams: [...streams],
      status: 'RUNNING',
      startedAt,
      seenAt: startedAt,
    });
  }

  async end(tx: Tx, id: string, at: Instant, failure: string | null, notBefore: Instant | null = null): Promise<void> {
    await tx.query(
      `UPDATE pull_run SET status = CASE WHEN $3::text IS NULL THEN 'DONE' ELSE 'FAILED' END, ended_at = $2, seen_at = $2,
         failure = $3, not_before = $4
       WHERE id = $1 AND status = 'RUNNING'`,
      [id, at, failure, notBefore],
    );
  }

  /** False where the run was ended by somebody else meanwhile. */
  async step(tx: Tx, { runId, events, changed, found, at }: PullStep): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `WITH stepped AS (
         UPDATE pull_run SET pages = pages + 1, events = events + $2, changed = changed + $3, found = found + $4, seen_at = $5
         WHERE id = $1 AND status = 'RUNNING' RETURNING id
       ) SELECT id FROM stepped`,
      [runId, events, changed, found, at],
    );
    return rows.length > 0;
  }

  async seen(tx: Tx, runId: string, at: Instant): Promise<void> {
    await tx.query("UPDATE pull_run SET seen_at = $2 WHERE id = $1 AND status = 'RUNNING'", [runId, at]);
  }

  async cursors(tx: Tx, connectionId: string): Promise<readonly StoredCursor[]> {
    return tx.query<StoredCursor>(
      `SELECT stream, position, is_history AS "isHistory", swept_at AS "sweptAt", version
       FROM sync_cursor WHERE connection_id = $1 ORDER BY stream FOR UPDATE`,
      [connectionId],
    );
  }

  /** Puts a cursor where it is to begin; one that is there moves only where it is told to. */
  async place(
    tx: Tx,
    { portfolioId, connectionId }: { readonly portfolioId: string; readonly connectionId: string },
    { stream, position, isHistory }: Pick<StoredCursor, 'stream' | 'position' | 'isHistory'>,
    moves: boolean,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sync_cursor AS c (connection_id, stream, portfolio_id, position, is_history) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (connection_id, stream) DO ${
         moves
           ? 'UPDATE SET position = excluded.position, is_history = excluded.is_history, version = c.version + 1'
           : 'NOTHING'
       }`,
      [connectionId, stream, portfolioId, JSON.stringify(position), isHistory],
    );
  }

  /** False where somebody else moved it meanwhile. */
  async advance(
    tx: Tx,
    connectionId: string,
    from: Pick<StoredCursor, 'stream' | 'version'>,
    position: StoredCursor['position'],
    sweptAt: Instant | null,
  ): Promise<boolean> {
    const rows = await tx.query<{ stream: string }>(
      `WITH advanced AS (
         UPDATE sync_cursor SET position = $4, version = version + 1, swept_at = coalesce($5, swept_at),
           is_history = is_history AND $5::timestamptz IS NULL
         WHERE connection_id = $1 AND stream = $2 AND version = $3 RETURNING stream
       ) SELECT stream FROM advanced`,
      [connectionId, from.stream, from.version, JSON.stringify(position), sweptAt],
    );
    return rows.length > 0;
  }
}
