import type { DataSource } from 'typeorm';
import { captureStatements } from './capture-statements.js';

const TIMES = 5;

/**
 * How often more a question may ask the database on a busy machine: branches of one question share their loaders, answers come in
 * another order, and a loader is asked once more. That has to do with the branches, and never with how many things are asked for.
 */
export const LATE_BRANCHES = 3;

/** How many statements go to the pool of a data source while a question is asked, however many go in one message: the fewest of five times. */
export const countStatements = async (source: DataSource, ask: () => Promise<unknown>): Promise<number> => {
  const counts: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    counts.push((await captureStatements(source, ask)).length);
  }
  return Math.min(...counts);
};
