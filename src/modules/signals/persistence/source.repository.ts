import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { UntoldReadings } from '../../../domain/signals/untold-readings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface SourceSetting {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly signal: string;
  readonly url: string;
  readonly query: string;
  readonly intervalSeconds: number;
  /** Sealed. */
  readonly token: Buffer | null;
  readonly at: Instant;
  readonly by: string;
}

/** A source that this process has in hand until its lease ends. */
export interface LeasedSource {
  readonly id: string;
  readonly version: number;
  readonly initiativeId: string;
  readonly initiativeKey: string;
  readonly portfolioId: string;
  readonly signal: string;
  readonly url: string;
  readonly query: string;
  readonly token: Buffer | null;
}

/** What a source knows of its readings that the audit trail was not told of. */
export interface HeldSource {
  readonly untold: UntoldReadings | null;
  /** When the trail was told last; null: never. */
  readonly toldAt: Instant | null;
}

const SET = `
  INSERT INTO signal_source AS s
    (id, portfolio_id, initiative_id, signal, url, query, interval_seconds, token, set_at, set_by, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)
  ON CONFLICT (initiative_id, signal) DO UPDATE SET url = excluded.url, query = excluded.query,
    interval_seconds = excluded.interval_seconds, token = excluded.token, set_at = excluded.set_at, set_by = excluded.set_by,
    due_at = excluded.due_at, leased_until = NULL, last_problem = NULL, version = s.version + 1`;

// One that is stopped is asked no more; what is on hold still runs.
const LEASE = `
  WITH due AS (
    SELECT s.id, i.key FROM signal_source s JOIN initiative i ON i.id = s.initiative_id
    WHERE s.due_at <= $1 AND (s.leased_until IS NULL OR s.leased_until <= $1) AND i.status IN ('ACTIVE', 'ON_HOLD')
    ORDER BY s.due_at, s.id LIMIT 1 FOR UPDATE OF s SKIP LOCKED
  ), leased AS (
    UPDATE signal_source s SET leased_until = $2 FROM due WHERE s.id = due.id
    RETURNING s.id, s.version, s.initiative_id AS "initiativeId", due.key AS "initiativeKey", s.portfolio_id AS "portfolioId", s.signal,
      s.url, s.query, s.token
  ) SELECT * FROM leased`;

// The next turn is counted from this one, not from when it was due: what was missed is not asked for over and over.
const PULLED = `
  UPDATE signal_source SET leased_until = NULL, last_pulled_at = $3, last_problem = $4,
    due_at = $3::timestamptz + interval_seconds * interval '1 second', untold = $5, told_at = $6
  WHERE id = $1 AND version = $2`;

const REMOVE = `
  WITH removed AS (DELETE FROM signal_source WHERE id = $1 RETURNING untold) SELECT untold FROM removed`;
const HOLD = 'SELECT untold, told_at AS "toldAt" FROM signal_source WHERE id = $1 AND version = $2 FOR UPDATE';

@Injectable()
export class SourceRepository {
  async set(tx: Tx, source: SourceSetting): Promise<void> {
    const { id, portfolioId, initiativeId, signal, url, query, intervalSeconds, token, at, by } = source;
    await tx.query(SET, [id, portfolioId, initiativeId, signal, url, query, intervalSeconds, token, at, by]);
  }

  /** The sealed token of a source. */
  async tokenOf(tx: Tx, id: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ token: Buffer | null }>('SELECT token FROM signal_source WHERE id = $1', [id]);
    return row?.token ?? null;
  }

  /** Removes a source; what the trail was not told of its readings. */
  async remove(tx: Tx, id: string): Promise<UntoldReadings | null> {
    const [row] = await tx.query<{ untold: UntoldReadings | null }>(REMOVE, [id]);
    return row?.untold ?? null;
  }

  /** Takes the source in hand that is due longest; null where none is due, or others have all of them. */
  async lease(tx: Tx, now: Instant, until: Instant): Promise<LeasedSource | null> {
    return (await tx.query<LeasedSource>(LEASE, [now, until]))[0] ?? null;
  }

  /** Locks a source as it was leased; null where it was set anew or removed since. */
  async hold(tx: Tx, { id, version }: LeasedSource): Promise<HeldSource | null> {
    return (await tx.query<HeldSource>(HOLD, [id, version]))[0] ?? null;
  }

  /** Notes how it went of a source that is held. */
  async pulled(
    tx: Tx,
    { id, version }: LeasedSource,
    at: Instant,
    problem: string | null,
    { untold, toldAt }: HeldSource,
  ): Promise<void> {
    await tx.query(PULLED, [id, version, at, problem, untold && JSON.stringify(untold), toldAt]);
  }
}
