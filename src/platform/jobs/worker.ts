import { Logger, type RunnerOptions } from 'graphile-worker';
import pg from 'pg';
import { log } from '../logging.js';

/** The schema of the job queue, which its library makes and changes by itself. */
export const JOBS_SCHEMA = 'graphile_worker';

/** One to listen, one to take a job, one to report what became of it. */
const CONNECTIONS = 3;

/** What the library says of itself goes into our log; that a job ran well is no news, and why one failed is told by us. */
const logger = new Logger(() => (level: string, message, meta) => {
  if (level === 'error' && meta?.['failure'] !== true) {
    log.error({ message }, 'the job queue');
  } else if (level === 'warning') {
    log.warn({ message }, 'the job queue');
  }
});

/** Connections for the job queue alone. Whoever asks for them ends them. */
export const workerPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'tollgate-jobs',
    options: '-c timezone=UTC -c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s',
  });
  const onError = (error: Error): void => {
    // Not the whole error: it holds the connection, secrets included.
    log.warn({ reason: error.message }, 'a connection of the job queue was lost');
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};

/**
 * How the queue works here: one job at a time, in the order of the queue. Reporting in batches of no delay is what makes a
 * lost connection end the worker rather than the whole process.
 */
export const workerOptions = (pgPool: pg.Pool): RunnerOptions => ({
  pgPool,
  schema: JOBS_SCHEMA,
  concurrency: 1,
  pollInterval: 1_000,
  noHandleSignals: true,
  parsedCronItems: [],
  logger,
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
});
