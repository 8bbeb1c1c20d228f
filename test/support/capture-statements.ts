import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** A statement as it went to the database, with what it was given. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The same, and which message it went in. */
export type SentStatement = Statement & { readonly message: number };

type Connect = (...given: unknown[]) => unknown;

/** The statements that go to the pool of a data source while a question is asked. */
export const captureStatements = async (
  source: DataSource,
  ask: () => Promise<unknown>,
): Promise<readonly SentStatement[]> => {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const connect = pool.connect.bind(pool) as Connect;
  const statements: SentStatement[] = [];
  let messages = 0;
  pool.connect = (async (...given: unknown[]) => {
    if (given.length > 0) {
      return connect(...given);
    }
    const client = (await connect()) as pg.PoolClient;
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: unknown[]) => {
      // A question is one object, with its text and its values or with several of them.
      const { statements: several, ...one } = asked[0] as Statement & { readonly statements?: readonly Statement[] };
      // The first of several puts the scope.
      const own = several?.slice(1) ?? [{ text: one.text, values: one.values }];
      const message = (messages += 1);
      statements.push(...own.map(({ text, values }) => ({ text, values, message })));
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
