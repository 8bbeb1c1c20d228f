import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { PullKind } from './pull-runs.js';

const MINUTE = 60_000;
const RECONCILE_EVERY = 15 * MINUTE;
const COMPARE_EVERY = 24 * 60 * MINUTE;

const DUE = `
  SELECT c.id AS "connectionId", CASE WHEN (
      SELECT max(started_at) FROM pull_run WHERE connection_id = c.id AND kind <> 'COMPARE' AND connection_version = c.version
    ) > $1 THEN 'COMPARE' ELSE 'RECONCILE' END AS kind
  FROM integration_connection c
  WHERE c.deleted_at IS NULL AND NOT c.paused AND c.credential IS NOT NULL AND c.tool <> 'GENERIC'
    AND NOT EXISTS (SELECT 1 FROM pull_run WHERE connection_id = c.id AND (not_before > $3 OR (status = 'RUNNING' AND seen_at > $4)))
    AND (NOT EXISTS (
        SELECT 1 FROM pull_run WHERE connection_id = c.id AND kind <> 'COMPARE' AND connection_version = c.version AND started_at > $1
      ) OR NOT EXISTS (
        SELECT 1 FROM pull_run WHERE connection_id = c.id AND kind = 'COMPARE' AND started_at > $2
      ))
  ORDER BY c.id`;
const WISHING = `
  SELECT DISTINCT c.id FROM refetch_wish w JOIN integration_connection c ON c.id = w.connection_id
  WHERE w.due_at <= $1 AND c.deleted_at IS NULL AND NOT c.paused AND c.credential IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM pull_run WHERE connection_id = c.id AND not_before > $1)
  ORDER BY c.id`;

/** Says which tools are to be asked, and what for. */
@Injectable()
export class PullSchedule {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Connections whose turn it is: a reconcile every 15 minutes, and at once where the connection was changed or resumed since it
   * was read; once a day a comparison of linked tickets. None that is paused, being read, or of a tool that wants to be left alone.
   */
  due(): Promise<readonly { readonly connectionId: string; readonly kind: PullKind }[]> {
    const now = this.clock.now();
    const ago = (milliseconds: number): Instant => instantOf(millisecondsOf(now) - milliseconds);
    return this.database.rows(DUE, [ago(RECONCILE_EVERY), ago(COMPARE_EVERY), now, ago(10 * MINUTE)]);
  }

  /** Connections with something that is wished for and due. */
  async wishing(): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(WISHING, [this.clock.now()])).map(({ id }) => id);
  }
}
