import type { Socket } from 'node:net';
import pg from 'pg';
import { SLOW_STATEMENT_MS, tellSlow } from '../observability/slow-statements.js';
import type { ScopedQuery } from './scoped-query.js';

const CANCEL_WITHIN_MS = 5_000;
/** One that comes before the statement is lost: it may be on its way yet, or wait in a pooler for its turn. */
const CANCEL_AGAIN_MS = 250;

/** Missing in the types of the driver only. */
interface Inside {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}
interface Line {
  readonly stream: Socket;
  connect(port: number | string, host?: string): void;
  cancel(processId: number, secretKey: number): void;
  on(event: 'connect' | 'error', listener: () => void): this;
}

/** Asks on a connection of a pool. Once the signal says that nobody waits for the answer, the statement is cancelled, and its reason thrown. */
export const askPool = async <Row>(
  pool: Pick<pg.Pool, 'connect'>,
  query: ScopedQuery,
  given: AbortSignal | null,
): Promise<Row[]> => {
  given?.throwIfAborted();
  const client = await pool.connect();
  if (given?.aborted) {
    // Nothing was asked on it yet.
    client.release();
    throw given.reason as Error;
  }
  let again: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    cancelStatement(client as unknown as Inside);
    again = setTimeout(cancel, CANCEL_AGAIN_MS).unref();
  };
  given?.addEventListener('abort', cancel, { once: true });
  // A connection that breaks fails the query, and has nobody else to tell.
  client.on('error', ignore);
  try {
    const begun = performance.now();
    const rows = await answerTo<Row>(client, query);
    const ms = performance.now() - begun;
    if (ms > SLOW_STATEMENT_MS) {
      tellSlow(ms, query.text);
    }
    // What comes too late would cancel what is asked next on this connection.
    client.release(given?.aborted);
    return rows;
  } catch (error) {
    client.release(true);
    throw given?.aborted ? given.reason : error;
  } finally {
    client.off('error', ignore);
    given?.removeEventListener('abort', cancel);
    clearTimeout(again);
  }
};

const ignore = (): void => undefined;

// A query that is more than its text is answered by a call.
const answerTo = <Row>(client: pg.PoolClient, query: ScopedQuery): Promise<Row[]> =>
  new Promise((resolve, reject) => {
    const answered = (error: Error | null, result: pg.QueryResult): void => {
      if (error) {
        reject(error);
      } else {
        resolve(result.rows as Row[]);
      }
    };
    (client.query as unknown as (asked: ScopedQuery, answered: unknown) => void).call(client, query, answered);
  });

/** By a connection of its own, which PostgreSQL takes no account for and answers nothing on. */
const cancelStatement = ({ host, port, processID, secretKey }: Inside): void => {
  const line = new (pg.Connection as unknown as new () => Line)();
  setTimeout(() => line.stream.destroy(), CANCEL_WITHIN_MS).unref();
  line
    .on('error', () => undefined)
    .on('connect', () => {
      line.cancel(processID, secretKey);
    });
  if (host.startsWith('/')) {
    line.connect(`${host}/.s.PGSQL.${port}`);
  } else {
    line.connect(port, host);
  }
};
