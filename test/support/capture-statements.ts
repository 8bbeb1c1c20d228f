import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** A statement as it went to the database, with what it was given. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Connect = (...given: unknown[]) => unknown;

/** The statements that go to the pool of a data source while a question is asked. */
export const captureStatements = async (
  source: DataSource,
  ask: () => Promise<unknown>,
): Promise<readonly Statement[]> => {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const connect = pool.connect.bind(pool) as Connect;
  const statements: Statement[] = [];
  pool.connect = (async (...given: unknown[]) => {
    if (given.length > 0) {
      return connect(...given);
    }
    const client = (await connect()) as pg.PoolClient;
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: unknown[]) => {
      // As `askPool` leaves it, a question is one object with its text and its values.
      const { text, values } = asked[0] as Statement;
      statements.push({ text, values });
      client.query = query as never;
      return query(...asked);
    }) as never;
    return client;
  }) as never;
  try {
    await ask();
  } finally {
    pool.connect = connect as never;
  }
  return statements;
};
