import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/unit-of-work.js';

/** A job to be done once the transaction it is added in has committed. */
export interface NewJob {
  /** The name of its task. */
  readonly task: string;
  /** What the task is given, as JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Names this very job: while one with this key is in the queue, adding it again changes nothing. */
  readonly key: string;
  /** It is not run before so many seconds have passed; left out: none. */
  readonly afterSeconds?: number;
}

/** A job is tried this often, each time after a longer pause: 3, 7, 20, 55 seconds and on to 18 minutes, half an hour in all. */
export const MOST_ATTEMPTS = 8;

const ADD = `SELECT enqueue_jobs($1, $2, $3, $4, ${MOST_ATTEMPTS})`;

const LOCK_RETRIES = 'SELECT pg_advisory_xact_lock(7065287)';
const RETRY = 'SELECT retry_job($1)';

@Injectable()
export class JobQueue {
  /** Adds jobs that run in the order given, after all that were added before; they are there if and only if the transaction commits. */
  async add(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
    await tx.query(ADD, [
      jobs.map(({ task }) => task),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ key }) => key),
      jobs.map(({ afterSeconds = 0 }) => afterSeconds),
    ]);
  }

  /** Keeps others from retrying jobs by hand until the transaction ends. */
  async lockRetries(tx: Tx): Promise<void> {
    await tx.query(LOCK_RETRIES);
  }

  /** Has a job that failed for good run again, as if it had never been tried. */
  async retry(tx: Tx, id: string): Promise<void> {
    await tx.query(RETRY, [id]);
  }
}
