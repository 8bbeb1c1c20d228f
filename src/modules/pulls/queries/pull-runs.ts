import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';

export const PULL_KINDS = ['BACKFILL', 'RECONCILE', 'COMPARE'] as const;
export type PullKind = (typeof PULL_KINDS)[number];

export const PULL_STATUSES = ['RUNNING', 'DONE', 'FAILED'] as const;
export type PullStatus = (typeof PULL_STATUSES)[number];

/** One time a tool was asked for what it has, and what came of it. */
export interface PullRun {
  readonly id: string;
  readonly portfolioId: string;
  readonly connectionId: string;
  readonly kind: PullKind;
  readonly status: PullStatus;
  readonly streams: readonly string[];
  readonly startedAt: Instant;
  readonly startedById: string;
  readonly endedAt: Instant | null;
  readonly pages: number;
  readonly events: number;
  readonly changed: number;
  readonly found: number;
  readonly failure: string | null;
  readonly notBefore: Instant | null;
}

/** What is known of the reading of a connection as a whole. */
export interface PullSummary {
  readonly lastReconcileAt: Instant | null;
  readonly foundByReconcile: number;
}

const COLUMNS = `id, portfolio_id AS "portfolioId", connection_id AS "connectionId", kind, status, streams,
    started_at AS "startedAt", started_by AS "startedById", ended_at AS "endedAt", pages, events, changed, found, failure,
    not_before AS "notBefore"`;
const BY_IDS = `SELECT ${COLUMNS} FROM pull_run WHERE id = ANY($1)`;
const NEWEST = `
  SELECT r.* FROM unnest($1::uuid[]) AS c (id) CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM pull_run WHERE connection_id = c.id ORDER BY started_at DESC, id DESC LIMIT $2
  ) AS r`;
const SUMMARIES = `
  SELECT connection_id AS "connectionId",
    max(ended_at) FILTER (WHERE kind = 'RECONCILE' AND status = 'DONE') AS "lastReconcileAt",
    sum(found)::integer AS "foundByReconcile"
  FROM pull_run WHERE connection_id = ANY($1) GROUP BY connection_id`;
const FOUND_BY_TOOL = `
  SELECT c.tool, coalesce(sum(r.found), 0)::integer AS found
  FROM integration_connection c LEFT JOIN pull_run r ON r.connection_id = c.id
  WHERE c.deleted_at IS NULL GROUP BY c.tool`;
const FAILING = `
  SELECT count(*)::integer AS count FROM integration_connection c WHERE c.deleted_at IS NULL AND NOT c.paused AND (
    SELECT status FROM pull_run WHERE connection_id = c.id AND status <> 'RUNNING' ORDER BY started_at DESC, id DESC LIMIT 1
  ) = 'FAILED'`;

@Injectable()
export class PullRuns {
  constructor(private readonly database: Database) {}

  /** The newest runs of a connection, the one begun last first. */
  readonly newestOf = listLoader<{ first: number }, readonly PullRun[]>(
    async (ids, { first }) =>
      groupBy(await this.database.rows<PullRun>(NEWEST, [ids, first]), ({ connectionId }) => connectionId),
    () => [],
  );

  readonly summaryOf = loader<string, PullSummary>(
    async (ids) => {
      const rows = await this.database.rows<PullSummary & { connectionId: string }>(SUMMARIES, [ids]);
      return new Map(rows.map((row) => [row.connectionId, row]));
    },
    () => ({ lastReconcileAt: null, foundByReconcile: 0 }),
  );

  /** A run that is known to be there. */
  async get(id: string, tx?: Tx): Promise<PullRun> {
    const run = await this.database.row<PullRun>(BY_IDS, [[id]], tx);
    if (!run) {
      throw new Error(`Run ${id} is referred to but not there.`);
    }
    return run;
  }

  /** How many changes were found by asking that no hook had told, by the tool. */
  foundByTool(): Promise<readonly { readonly tool: string; readonly found: number }[]> {
    return this.database.rows(FOUND_BY_TOOL);
  }

  /** How many connections could not be read when they were read last. */
  async failing(): Promise<number> {
    return (await this.database.row<{ count: number }>(FAILING))?.count ?? 0;
  }
}
