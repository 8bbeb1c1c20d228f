import { runMigrations } from 'graphile-worker';
import { workerOptions, workerPool } from './worker.js';

/** Brings the tables of the job queue to what its library needs. The caller sees to it that only one process does. */
export const migrateJobs = async (url: string): Promise<void> => {
  const pool = workerPool(url);
  try {
    await runMigrations(workerOptions(pool));
  } finally {
    await pool.end();
  }
};
