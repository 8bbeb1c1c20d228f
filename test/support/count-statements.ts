import type pg from 'pg';
import type { DataSource } from 'typeorm';

const TIMES = 5;

/**
 * How often more a question may ask the database on a busy machine: branches of one question share their loaders, answers come in
 * another order, and a loader is asked once more. That has to do with the branches, and never with how many things are asked for.
 */
export const LATE_BRANCHES = 3;

/** How many statements go to the pool of a data source while a question is asked: the fewest of five times. */
export const countStatements = async (source: DataSource, ask: () => Promise<unknown>): Promise<number> => {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown;
  let statements = 0;
  pool.connect = ((...given: unknown[]) => {
    // Who gives a call takes the connection for a transaction.
    statements += given.length === 0 ? 1 : 0;
    return connect(...given);
  }) as never;
  const counts: number[] = [];
  try {
    for (let time = 0; time < TIMES; time += 1) {
      statements = 0;
      await ask();
      counts.push(statements);
    }
  } finally {
    pool.connect = connect as never;
  }
  return Math.min(...counts);
};
