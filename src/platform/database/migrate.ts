import { migrateJobs } from '../jobs/migrate-jobs.js';
import { dataSourceFor } from './data-source.js';

const MIGRATION_LOCK = 7_065_283;

/** Brings the database to the newest schema, that of the job queue included. Of several processes that start at once, one migrates and the others wait. */
export const migrateToLatest = async (url: string): Promise<{ applied: readonly string[] }> => {
  const source = await dataSourceFor(url).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SET statement_timeout = 0');
    await lock.query('SET lock_timeout = 0');
    await lock.query('SET idle_in_transaction_session_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations({ transaction: 'each' });
    await migrateJobs(url);
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    return { applied: applied.map((migration) => migration.name) };
  } finally {
    await lock.release();
    await source.destroy();
  }
};
