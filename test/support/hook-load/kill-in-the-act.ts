import type { DataSource } from 'typeorm';
import type { Program } from '../processes.js';
import { until } from '../until.js';

// Whoever waits for a lock of ours is in the middle of applying a delivery.
const HELD_UP = `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`;

/** Kills the only worker while it is in the middle of applying deliveries, and says how many it had in hand at least. */
export const killInTheAct = async (source: DataSource, { child, ended }: Program): Promise<number> => {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM initiative FOR UPDATE');
    let inHand = 0;
    await until('the worker waits for an initiative', async () => {
      [{ count: inHand }] = (await runner.query(HELD_UP)) as [{ count: number }];
      return inHand > 0;
    });
    child.kill('SIGKILL');
    await ended;
    return inHand;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};
