import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { fault } from '../faults.js';
import { Database } from './database.js';
import { scopeCommands } from './portfolio-scope.js';
import { scopeUnderWay } from './request-scope.js';

/** The rows of a long read, some at a time. Who stops before the end calls `return`. */
export type Pieces<Row> = Required<Pick<AsyncIterator<readonly Row[], undefined>, 'next' | 'return'>> &
  AsyncIterable<readonly Row[]>;

const ROWS_IN_A_PIECE = 1_000;
const MOST_AT_ONCE = 4;

// Who does not fetch for a minute is gone, and must not keep PostgreSQL from tidying up.
const PATIENCE = '-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s';

// PostgreSQL itself gives a piece up sooner; of a network that swallows its answer nothing else would tell.
const LONGEST_ANSWER_MS = 62_000;

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const DECLARE = 'DECLARE piece NO SCROLL CURSOR FOR ';
const FETCH = `FETCH FORWARD ${ROWS_IN_A_PIECE} FROM piece`;

/**
 * Reads more rows than fit into memory, a piece at a time and all of one moment. Each read has a connection of its own, so
 * that a slow reader keeps nobody else waiting; more than four at once are SERVICE_UNAVAILABLE. A reader that takes nothing
 * for a minute is cut off.
 */
@Injectable()
export class LongReads {
  private underWay = 0;

  constructor(private readonly database: Database) {}

  /** Begins a read; when it comes back the question was understood, and the moment of the answer is fixed. */
  async begin<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[]): Promise<Pieces<Row>> {
    if (this.underWay >= MOST_AT_ONCE) {
      throw fault('SERVICE_UNAVAILABLE', `${MOST_AT_ONCE} exports are under way already. Try again in a moment.`);
    }
    this.underWay += 1;
    const client = new pg.Client({
      connectionString: this.database.address,
      application_name: 'tollgate export',
      connectionTimeoutMillis: 5_000,
      query_timeout: LONGEST_ANSWER_MS,
      keepAlive: true,
      options: `${this.database.sessionOptions} ${PATIENCE}`,
    });
    const end = this.endOf(client);
    // A connection that breaks between two pieces has nobody else to tell.
    client.on('error', () => void end());
    try {
      await client.connect();
      await client.query(BEGIN);
      await client.query(scopeCommands(scopeUnderWay(), { role: this.database.role, settings: null }).join('; '));
      await client.query(DECLARE + sql, [...parameters]);
    } catch (error) {
      await end();
      throw error;
    }
    return piecesOf<Row>(client, end);
  }

  private endOf(client: pg.Client): () => Promise<void> {
    let ending: Promise<void> | null = null;
    return () => {
      ending ??= client
        .end()
        .catch(() => undefined)
        .finally(() => {
          this.underWay -= 1;
        });
      return ending;
    };
  }
}

const piecesOf = <Row extends pg.QueryResultRow>(client: pg.Client, end: () => Promise<void>): Pieces<Row> => {
  const over = { done: true, value: undefined } as const;
  const pieces: Pieces<Row> = {
    next: async () => {
      try {
        const { rows } = await client.query<Row>(FETCH);
        if (rows.length > 0) {
          return { done: false, value: rows };
        }
      } catch (error) {
        await end();
        throw error;
      }
      await end();
      return over;
    },
    return: async () => {
      await end();
      return over;
    },
    [Symbol.asyncIterator]: () => pieces,
  };
  return pieces;
};
