import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** How many statements go to the pool of a data source while something is done. */
export const countStatements = async (source: DataSource, work: () => Promise<unknown>): Promise<number> => {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  let statements = 0;
  pool.query = ((...given: unknown[]) => {
    statements += 1;
    return query(...given);
  }) as never;
  try {
    await work();
  } finally {
    pool.query = query as never;
  }
  return statements;
};
