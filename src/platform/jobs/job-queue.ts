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

// Jobs run in the order of run_at. Within a transaction now() stands still, so the place in the list tells them apart.
const ADD = `
  SELECT graphile_worker.add_job(j.task, j.payload, run_at => now() + j.after * interval '1 second' + j.place * interval '1 microsecond',
    max_attempts => ${MOST_ATTEMPTS}, job_key => j.key, job_key_mode => 'unsafe_dedupe')
  FROM (SELECT * FROM unnest($1::text[], $2::json[], $3::text[], $4::integer[]) WITH ORDINALITY AS list (task, payload, key, after, place)
        ORDER BY place) j`;

const LOCK_RETRIES = 'SELECT pg_advisory_xact_lock(7065287)';
const RETRY = 'SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now(), attempts => 0)';

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
