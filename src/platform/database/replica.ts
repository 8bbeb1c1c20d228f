import type pg from 'pg';
import { askPool } from './ask-pool.js';
import { PolitePool } from './polite-pool.js';
import type { Terms } from './portfolio-scope.js';
import { ScopedQuery } from './scoped-query.js';

/** How far PostgreSQL has written, or written again what another one wrote: a number of bytes. */
export type Position = bigint;

const CONNECTIONS = 10;
const REPLAYED = `SELECT (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::text AS position`;

/** One replica, with connections of its own and what was found out about it last. */
export class Replica {
  /** Its host and port, as operators know it. */
  readonly name: string;
  readonly pool: pg.Pool;
  /** For how long it has lacked what it lacks; null: it could not be asked. */
  lagSeconds: number | null = null;

  constructor(
    url: string,
    options: string,
    private readonly terms: Terms,
  ) {
    this.name = new URL(url).host;
    this.pool = new PolitePool({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      max: CONNECTIONS,
      application_name: 'tollgate',
      keepAlive: true,
      ...(terms.settings === null ? { options } : {}),
    });
    // Whoever asks next is told that it is gone.
    this.pool.on('error', () => undefined);
  }

  /** How far it has come. */
  async position(): Promise<Position> {
    const query = new ScopedQuery(
      { name: 'tollgate_replayed', text: REPLAYED, values: [] },
      { scope: '', ...this.terms },
    );
    const [row] = await askPool<{ position: string | null }>(this.pool, query, null);
    if (typeof row?.position !== 'string') {
      throw new Error(`${this.name} is no replica.`);
    }
    return BigInt(row.position);
  }
}
