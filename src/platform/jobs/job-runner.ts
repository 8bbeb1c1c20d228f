import { setTimeout as pause } from 'node:timers/promises';
import { run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { log } from '../logging.js';
import { workerOptions, workerPool } from './worker.js';

/** What a job does. It may be run again after it was cut off anywhere, so what is done already must be found done. */
export type Task = (payload: unknown) => Promise<void>;

/** Tasks by their names, which stand in the queue: one that is renamed leaves its waiting jobs behind. */
export type Tasks = Readonly<Record<string, Task>>;

const LONGEST_STOP_MS = 8_000;
const LONGEST_REASON = 500;

/** Runs the jobs of the queue, one at a time and in order. */
export class JobRunner {
  private running: { readonly runner: Runner; readonly pool: pg.Pool } | null = null;

  constructor(
    private readonly url: string,
    private readonly tasks: Tasks,
  ) {}

  /** Runs jobs as they come, until `stop`. Should it end by itself, as when the database goes away, it says so by `onEnd`. */
  async start(onEnd: () => void): Promise<void> {
    const pool = workerPool(this.url);
    try {
      await releaseAbandoned(pool);
      const runner = await run({ ...workerOptions(pool), taskList: this.taskList() });
      this.running = { runner, pool };
      runner.promise.then(onEnd, onEnd);
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /** Waits a few seconds for the job under way, then gives it up: it will be tried again. */
  async stop(): Promise<void> {
    const { runner, pool } = this.running ?? {};
    this.running = null;
    const stopped = runner?.stop().catch(() => undefined);
    const late = pause(LONGEST_STOP_MS, 'late' as const, { ref: false });
    if ((await Promise.race([stopped, late])) === 'late') {
      log.warn('a job did not end in time and is given up; it will be tried again');
      await runner?.kill('The server was stopped before it was done.').catch(() => undefined);
    }
    await Promise.race([pool?.end(), pause(LONGEST_STOP_MS, undefined, { ref: false })]);
  }

  /** Runs the jobs that are due, and resolves when none is left; those that failed wait for their next try. */
  async runAll(): Promise<void> {
    const pool = workerPool(this.url);
    try {
      await runOnce({ ...workerOptions(pool), taskList: this.taskList() });
    } finally {
      await pool.end();
    }
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      Object.entries(this.tasks).map(([name, task]) => [
        name,
        async (payload, { job }) => {
          try {
            await task(payload);
          } catch (error) {
            const isLast = job.attempts >= job.max_attempts;
            const context = { err: error, task: name, job: job.id, attempt: job.attempts };
            log[isLast ? 'error' : 'warn'](context, isLast ? 'a job failed for good' : 'a job failed');
            throw new Error(reasonOf(error), { cause: error });
          }
        },
      ]),
    );
  }
}

/** One line of what went wrong, fit to be kept and shown; the whole of it is in the log. */
const reasonOf = (error: unknown): string => {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.slice(0, LONGEST_REASON) || 'It failed without a word.';
};

// Whoever runs jobs is the only one who does, so any that is being run is left over from one who was killed.
const RELEASE = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
  WHERE locked_by IS NOT NULL`;

const releaseAbandoned = async (pool: pg.Pool): Promise<void> => {
  await pool.query(RELEASE);
};
