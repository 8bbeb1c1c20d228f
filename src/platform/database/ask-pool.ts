import type { Socket } from 'node:net';
import pg from 'pg';
import { SLOW_STATEMENT_MS, tellSlow } from '../observability/slow-statements.js';
import { traceStatement } from '../observability/traces.js';
import { Batch, type BatchOutcome, type Statement } from './batch.js';
import { traceUnderWay } from './request-scope.js';
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

type Pool = Pick<pg.Pool, 'connect'>;

/** Asks on a connection of a pool. Once the signal says that nobody waits for the answer, the statement is cancelled, and its reason thrown. */
export const askPool = <Row>(pool: Pool, query: ScopedQuery, given: AbortSignal | null): Promise<Row[]> =>
  onConnection(pool, query.text, given, (client) => answerTo<Row>(client, query));

/** What failed of a batch, on its way to whoever ends its connection. */
class Cut extends Error {
  constructor(readonly outcome: BatchOutcome) {
    super('cut');
  }

  get code(): unknown {
    return (this.outcome.failure as { readonly code?: unknown } | null)?.code;
  }
}

/** The same with several statements in one message, of which a failure is part of the answer. */
export const askTogether = async (
  pool: Pool,
  statements: readonly Statement[],
  given: AbortSignal | null,
): Promise<BatchOutcome> => {
  const text = statements.map((statement) => statement.text).join('; ');
  try {
    return await onConnection(pool, text, given, async (client) => {
      const outcome = await new Promise<BatchOutcome>((resolve) => {
        client.query(new Batch(statements, resolve) as never);
      });
      if (outcome.failure) {
        throw new Cut(outcome);
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof Cut) {
      return error.outcome;
    }
    throw error;
  }
};

const onConnection = async <T>(
  pool: Pool,
  text: string,
  given: AbortSignal | null,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
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
  const traced = traceStatement(text, traceUnderWay());
  let failure: string | undefined;
  try {
    const begun = performance.now();
    const answer = await work(client);
    const ms = performance.now() - begun;
    if (ms > SLOW_STATEMENT_MS) {
      tellSlow(ms, text);
    }
    // What comes too late would cancel what is asked next on this connection.
    client.release(given?.aborted);
    return answer;
  } catch (error) {
    failure = failureOf(error);
    client.release(true);
    throw given?.aborted ? given.reason : error;
  } finally {
    traced?.end({}, failure);
    client.off('error', ignore);
    given?.removeEventListener('abort', cancel);
    clearTimeout(again);
  }
};

const failureOf = (error: unknown): string => (error as { readonly code?: string }).code ?? 'lost';

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
