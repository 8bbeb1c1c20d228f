import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { accept, notFound, refuse } from '../../src/domain/basics/result.js';
import { DAY_TASKS, type DayTask } from '../../src/jobs/schedule/day-tasks.js';
import { CountDaysFrom } from '../../src/modules/schedule/commands/count-days-from.js';
import { Jobs } from '../../src/modules/schedule/queries/jobs.js';
import { RetryJob } from '../../src/modules/schedule/commands/retry-job.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JobQueue, MOST_ATTEMPTS } from '../../src/platform/jobs/job-queue.js';
import { runProgram, type Program } from '../support/processes.js';
import { allowConnections } from '../support/database.js';
import { hushLog } from '../support/hush-log.js';
import { accepted, scheduleBench, type ScheduleBench } from '../support/schedule-bench.js';
import { until } from '../support/until.js';

const MONDAY = '2026-03-02T09:00:00.000Z';
const LOCK = 7_065_286;

// Jobs fail here on purpose, and the log would be full of it.
hushLog();

let bench: ScheduleBench;

beforeEach(async () => {
  bench = await scheduleBench(MONDAY);
});

afterEach(() => bench.close());

/** Tasks that write down what they were told, as "task date". */
const recording = (told: string[], ...names: readonly string[]): DayTask[] =>
  names.map((name) => ({
    name,
    run: (_, date) => {
      told.push(`${date} ${name}`);
      return Promise.resolve();
    },
  }));

const realTasks = (): readonly DayTask[] => bench.context.get(DAY_TASKS, { strict: false });

/** Locks an initiative until `release`, so that a job comes as far as it and no further. */
const holding = async (initiativeId: string) => {
  const holder = bench.source.createQueryRunner();
  await holder.startTransaction();
  const [backend] = (await holder.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
  await holder.query('SELECT 1 FROM initiative WHERE id = $1 FOR UPDATE', [initiativeId]);
  return {
    someoneWaits: () =>
      until('a job to come to what is held', async () => {
        const waiting = await bench.rows('SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))', [
          backend!.pid,
        ]);
        return waiting.length > 0;
      }),
    release: async () => {
      await holder.rollbackTransaction();
      await holder.release();
    },
  };
};

describe('a day of a portfolio', () => {
  it('begins at the midnight of its own time zone', async () => {
    await bench.portfolio('AKL', 'Pacific/Auckland');
    await bench.portfolio('LAX', 'America/Los_Angeles');
    const scheduler = bench.scheduler(recording([], 'task'));

    bench.at('2026-03-02T10:59:59.999Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual([]);

    bench.at('2026-03-02T11:00:00.000Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual(['AKL 2026-03-03 task']);

    bench.at('2026-03-03T07:59:59.999Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual(['AKL 2026-03-03 task']);

    bench.at('2026-03-03T08:00:00.000Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual(['AKL 2026-03-03 task', 'LAX 2026-03-03 task']);
  });

  it.each([
    ['Europe/Berlin', 'when the clocks went forward the night before', '2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['Europe/Berlin', 'on the day the clocks go back', '2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['America/Los_Angeles', 'after the day of 25 hours', '2026-11-02T08:00:00.000Z', '2026-11-02'],
    ['America/Santiago', 'at one, where the clocks leave midnight out', '2026-09-06T04:00:00.000Z', '2026-09-06'],
  ])('begins once in %s %s', async (timeZone, _, midnight, date) => {
    const { id } = await bench.portfolio('DST', timeZone);
    const before = new Date(Date.parse(midnight) - 1).toISOString();
    bench.at(before);
    accepted(await bench.context.get(CountDaysFrom).run(id, bench.dateIn(timeZone)));
    const scheduler = bench.scheduler(recording([], 'task'));
    await scheduler.tick();
    expect(await bench.queued()).toEqual([]);

    bench.at(midnight);
    await scheduler.tick();
    await scheduler.tick();
    expect(await bench.queued()).toEqual([`DST ${date} task`]);
  });

  it('does not begin before the portfolio was created', async () => {
    await bench.portfolio('NEW', 'Europe/Berlin');
    const scheduler = bench.scheduler(recording([], 'task'));
    bench.at('2026-03-02T22:59:59.999Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual([]);
    bench.at('2026-03-02T23:00:00.000Z');
    await scheduler.tick();
    expect(await bench.queued()).toEqual(['NEW 2026-03-03 task']);
  });

  it('begins once, however many processes find that it has come', async () => {
    await bench.portfolio('ONE');
    await bench.portfolio('TWO');
    bench.at('2026-03-04T00:00:00.000Z');
    const schedulers = [1, 2, 3, 4].map(() => bench.scheduler(recording([], 'a', 'b')));
    await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
    const days = ['2026-03-03', '2026-03-04'];
    const whole = ['ONE', 'TWO'].flatMap((key) =>
      days.flatMap((day) => ['a', 'b'].map((task) => `${key} ${day} ${task}`)),
    );
    expect((await bench.queued()).sort()).toEqual(whole.sort());
  });

  it('begins whole or not at all', async () => {
    const { id } = await bench.portfolio('ALL');
    accepted(await bench.context.get(CountDaysFrom).run(id, '2026-03-02' as CalendarDate));
    bench.at('2026-03-03T00:00:00.000Z');
    const tooLong = 'x'.repeat(129);
    await expect(bench.scheduler(recording([], 'fine', tooLong)).tick()).rejects.toThrow('1 of 1 failed');
    expect(await bench.queued()).toEqual([]);
    expect(await bench.rows('SELECT begun_through FROM portfolio_day')).toEqual([{ begun_through: '2026-03-02' }]);
  });

  it('never begins again: the count of days does not go back', async () => {
    const { id } = await bench.portfolio('ALL');
    accepted(await bench.context.get(CountDaysFrom).run(id, '2026-03-02' as CalendarDate));
    await expect(bench.rows("UPDATE portfolio_day SET begun_through = '2026-03-01'")).rejects.toThrow(
      'portfolio_day_forward',
    );
  });
});

describe('a scheduler that leads', () => {
  it('has each day begin by itself when it comes, and its jobs done at once', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = bench.scheduler(recording(told, 'task'));
    scheduler.start(50);
    for (const day of ['03', '04', '05']) {
      bench.at(`2026-03-${day}T00:00:00.000Z`);
      await until(`the job of ${day} March`, () => told.at(-1) === `2026-03-${day} task`);
    }
    expect(told).toHaveLength(3);
  });

  it('goes on after a look that failed', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    await bench.rows('ALTER TABLE portfolio_day RENAME TO away');
    const scheduler = bench.scheduler(recording(told, 'task'));
    bench.at('2026-03-03T00:00:00.000Z');
    scheduler.start(50);
    await until('the lead', () => scheduler.leads);
    await bench.rows('ALTER TABLE away RENAME TO portfolio_day');
    await until('the job', () => told.length === 1);
  });
});

describe('a week in which nothing ran', () => {
  it('is made up for day by day, each day with its tasks in their order', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = bench.scheduler(recording(told, 'z-first', 'a-second'));
    bench.at('2026-03-09T08:00:00.000Z');
    await scheduler.tick();
    await scheduler.runAll();
    const days = ['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`);
    expect(told).toEqual(days.flatMap((day) => [`${day} z-first`, `${day} a-second`]));
    expect(await bench.queued()).toEqual([]);
    expect(await bench.rows('SELECT 1 FROM graphile_worker.jobs')).toEqual([]);
  });

  it('is made up for in every portfolio by its own calendar', async () => {
    await bench.portfolio('AKL', 'Pacific/Auckland');
    await bench.portfolio('LAX', 'America/Los_Angeles');
    bench.at('2026-03-09T08:00:00.000Z');
    await bench.scheduler(recording([], 'task')).tick();
    const queued = await bench.queued();
    const daysOf = (key: string) => queued.filter((job) => job.startsWith(key)).map((job) => job.split(' ')[1]);
    expect(daysOf('AKL')).toEqual(['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`));
    expect(daysOf('LAX')).toEqual(['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`));
    expect(bench.dateIn('America/Los_Angeles')).toBe('2026-03-09');
  });
});

describe('a job', () => {
  const add = (commits: boolean) =>
    bench.context.get(UnitOfWork).run(async (tx) => {
      await bench.context.get(JobQueue).add(tx, [{ task: 'task', payload: { n: 1 }, key: 'task:1' }]);
      return commits ? accept(null) : refuse(notFound('The reason'));
    });
  const count = async () => (await bench.rows('SELECT 1 FROM graphile_worker.jobs')).length;

  it('is there if and only if the transaction it was added in commits', async () => {
    await add(false);
    expect(await count()).toBe(0);
    await add(true);
    expect(await count()).toBe(1);
  });

  it('is there once under its key', async () => {
    await add(true);
    await add(true);
    expect(await count()).toBe(1);
  });
});

describe('a job that fails', () => {
  const failing = (told: string[], isBroken: () => boolean): DayTask[] => [
    {
      name: 'breaks',
      run: (_, date) => {
        told.push(`${date} breaks`);
        return isBroken()
          ? Promise.reject(new Error('The wheel came off.\nSELECT secret FROM everywhere'))
          : Promise.resolve();
      },
    },
    ...recording(told, 'goes on'),
  ];
  const jobs = () => bench.context.get(Jobs).pageSeenBy(bench.admin, { status: null, first: 10, after: null });

  it('is tried again later and lets the others pass', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    let broken = true;
    const scheduler = bench.scheduler(failing(told, () => broken));
    bench.at('2026-03-03T00:00:00.000Z');
    await scheduler.tick();
    await scheduler.runAll();
    expect(told).toEqual(['2026-03-03 breaks', '2026-03-03 goes on']);
    expect((await jobs()).nodes).toMatchObject([
      {
        task: 'breaks',
        portfolioKey: 'UTC',
        day: '2026-03-03',
        status: 'RETRYING',
        attempts: 1,
        lastError: 'The wheel came off.',
      },
    ]);

    broken = false;
    await bench.bringForward();
    await scheduler.runAll();
    expect(told.at(-1)).toBe('2026-03-03 breaks');
    expect((await jobs()).nodes).toEqual([]);
  });

  it('stays after its last attempt, and runs again once somebody retries it', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    let broken = true;
    const scheduler = bench.scheduler(failing(told, () => broken));
    bench.at('2026-03-03T00:00:00.000Z');
    await scheduler.tick();
    for (let attempt = 1; attempt <= MOST_ATTEMPTS + 2; attempt += 1) {
      await scheduler.runAll();
      await bench.bringForward();
    }
    expect(told.filter((line) => line.endsWith('breaks'))).toHaveLength(MOST_ATTEMPTS);
    const [job] = (await jobs()).nodes;
    expect(job).toMatchObject({ status: 'FAILED', attempts: MOST_ATTEMPTS, maxAttempts: MOST_ATTEMPTS });

    broken = false;
    const results = await Promise.all([1, 2, 3].map(() => bench.context.get(RetryJob).run(bench.admin, job!.id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toMatchObject([
      { refusals: [{ code: 'WRONG_STATE' }] },
      { refusals: [{ code: 'WRONG_STATE' }] },
    ]);
    await scheduler.runAll();
    expect((await jobs()).nodes).toEqual([]);
    expect(await bench.noted('job.retried')).toEqual({ [job!.id]: 1 });
  });

  it('is put off for longer each time, and for half an hour in all', async () => {
    await bench.portfolio('UTC');
    const scheduler = bench.scheduler(failing([], () => true));
    bench.at('2026-03-03T00:00:00.000Z');
    await scheduler.tick();
    const pauses: number[] = [];
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      await scheduler.runAll();
      const [row] = await bench.rows<{ pause: number }>(
        'SELECT extract(epoch FROM run_at - now())::float8 AS pause FROM graphile_worker.jobs',
      );
      pauses.push(row!.pause);
      await bench.bringForward();
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBeLessThan(4);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / 60).toBeCloseTo(29, 0);
  });
});

describe('a job that is cut off', () => {
  const overdue = async () => {
    await bench.portfolio('AI');
    return [
      await bench.review('AI', 'First', '2026-03-03'),
      await bench.review('AI', 'Second', '2026-03-04'),
      await bench.review('AI', 'Third', '2026-03-05'),
    ];
  };

  it('by one of its items does the others, and later that one alone', async () => {
    const [first, second, third] = await overdue();
    await bench.rows(`
      CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stumbled'; END $$;
      CREATE TRIGGER stumble BEFORE INSERT ON overdue_review FOR EACH ROW WHEN (NEW.review_id = '${second!.id}')
        EXECUTE FUNCTION stumble()`);
    const scheduler = bench.scheduler(realTasks());
    bench.at('2026-03-06T00:00:00.000Z');
    await scheduler.tick();
    await scheduler.runAll();
    expect(await bench.noted('gateReview.overdue')).toEqual({ [first!.id]: 1, [third!.id]: 1 });
    const { nodes } = await bench.context
      .get(Jobs)
      .pageSeenBy(bench.admin, { status: 'RETRYING', first: 10, after: null });
    expect(nodes.at(-1)).toMatchObject({ day: '2026-03-06', lastError: '1 of 2 failed; the first: stumbled' });

    await bench.rows('DROP TRIGGER stumble ON overdue_review');
    await bench.bringForward();
    await scheduler.runAll();
    expect(await bench.noted('gateReview.overdue')).toEqual({ [first!.id]: 1, [second!.id]: 1, [third!.id]: 1 });
    expect(await bench.queued()).toEqual([]);
  });

  it('by SIGKILL after its first item goes on in another process, and does no item twice', async () => {
    const [first, second, third] = await overdue();
    bench.at('2026-03-06T00:00:00.000Z');
    const held = await holding(second!.initiativeId);
    const victim = runProgram('run-scheduler.ts', bench.url, '2026-03-06T00:00:00.000Z');
    try {
      await victim.firstLine;
      await held.someoneWaits();
      expect(await bench.noted('gateReview.overdue')).toEqual({ [first!.id]: 1 });
      const heir = bench.scheduler(realTasks());
      heir.start();
      victim.child.kill('SIGKILL');
      await victim.ended;
      await until('the next to lead', () => heir.leads);
    } finally {
      victim.child.kill('SIGKILL');
      await held.release();
    }
    await until('all jobs to be done', async () => (await bench.queued()).length === 0);
    expect(await bench.noted('gateReview.overdue')).toEqual({ [first!.id]: 1, [second!.id]: 1, [third!.id]: 1 });
    expect(await bench.rows('SELECT 1 FROM overdue_review')).toHaveLength(3);
  }, 60_000);
});

describe('the lead', () => {
  const programs: Program[] = [];

  beforeEach(() => {
    // The library of the queue tells the console too when a connection is lost.
    jest.spyOn(console, 'trace').mockImplementation(() => undefined);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    programs.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
  });

  const leading = async () => {
    const locks = await bench.rows<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [LOCK],
    );
    return locks.map(({ pid }) => pid);
  };

  it('is held by one of two, and goes to the other when that one stops', async () => {
    const [one, other] = [bench.scheduler([]), bench.scheduler([])];
    one.start();
    await until('the first to lead', () => one.leads);
    other.start();
    await until('the second to ask', async () => {
      const asking = await bench.rows(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tollgate-leader'
           AND query LIKE '%pg_try_advisory_lock%' AND state = 'idle'`,
      );
      return asking.length > 0;
    });
    expect([one.leads, other.leads]).toEqual([true, false]);
    expect(await leading()).toHaveLength(1);
    await one.stop();
    expect(one.leads).toBe(false);
    await until('the second to lead', () => other.leads);
  });

  it('goes to the other when its process is killed', async () => {
    const victim = runProgram('run-scheduler.ts', bench.url, MONDAY);
    programs.push(victim);
    await victim.firstLine;
    const heir = bench.scheduler([]);
    heir.start();
    victim.child.kill('SIGKILL');
    await until('the other to lead', () => heir.leads);
    expect(await leading()).toHaveLength(1);
  });

  it('is lost with its connection and sought again, and no job is lost with it', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = bench.scheduler(recording(told, 'task'));
    scheduler.start();
    await until('the lead', () => scheduler.leads);
    const [pid] = await leading();
    await bench.rows('SELECT pg_terminate_backend($1)', [pid]);
    await until('the loss to be noticed', () => !scheduler.leads);
    bench.at('2026-03-03T00:00:00.000Z');
    await until('the lead to be taken again', () => scheduler.leads);
    await until('the job to be done', () => told.length > 0);
    expect(told).toEqual(['2026-03-03 task']);
  });

  it('survives that every connection of the job queue is cut', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = bench.scheduler([
      {
        name: 'cut',
        run: async (_, date) => {
          told.push(date);
          await bench.rows(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tollgate-jobs'`,
          );
        },
      },
      ...recording(told, 'after'),
    ]);
    bench.at('2026-03-03T00:00:00.000Z');
    scheduler.start();
    await until(
      'all jobs to be done',
      async () => told.includes('2026-03-03 after') && (await bench.queued()).length === 0,
    );
  });

  /** A scheduler whose first job has the database go away under it: nobody can connect, and its own connections are cut. */
  const withLoss = (told: string[]): ReturnType<typeof bench.scheduler> =>
    bench.scheduler([
      {
        name: 'task',
        run: async (_, date) => {
          told.push(date);
          if (told.length === 1) {
            await allowConnections(bench.url, false);
            await bench.rows(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND application_name IN ('tollgate-jobs', 'tollgate-leader')`,
            );
          }
        },
      },
    ]);

  it('comes back with a database that went away', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = withLoss(told);
    bench.at('2026-03-03T00:00:00.000Z');
    scheduler.start();
    await until('the lead', () => scheduler.leads);
    await until('the loss to be noticed', () => told.length === 1 && !scheduler.leads);
    await allowConnections(bench.url, true);
    await until('all jobs to be done', async () => (await bench.queued()).length === 0);
    await until('the lead again', () => scheduler.leads);
    // Reporting is tried again for a while: whether it got through in the end decides if the job was done once more.
    expect(new Set(told)).toEqual(new Set(['2026-03-03']));
  });

  it('does again what could not be reported as done', async () => {
    await bench.portfolio('UTC');
    const told: string[] = [];
    const scheduler = withLoss(told);
    bench.at('2026-03-03T00:00:00.000Z');
    scheduler.start();
    await until('the loss to be noticed', () => told.length === 1 && !scheduler.leads);
    // Whoever had run the job has given up before the database is there again.
    await scheduler.stop();
    await allowConnections(bench.url, true);
    const next = bench.scheduler([{ name: 'task', run: (_, date) => Promise.resolve(void told.push(date)) }]);
    next.start();
    await until('all jobs to be done', async () => (await bench.queued()).length === 0);
    expect(told).toEqual(['2026-03-03', '2026-03-03']);
    expect(next.leads).toBe(true);
  });

  it('is given up in good order: the job under way is waited for, and the process ends by itself', async () => {
    await bench.portfolio('AI');
    const { id, initiativeId } = await bench.review('AI', 'First', '2026-03-03');
    const held = await holding(initiativeId);
    const program = runProgram('run-scheduler.ts', bench.url, '2026-03-05T00:00:00.000Z');
    programs.push(program);
    await program.firstLine;
    await held.someoneWaits();
    program.child.kill('SIGTERM');
    await held.release();
    expect(await program.ended).toBe(0);
    expect(await bench.noted('gateReview.overdue')).toEqual({ [id]: 1 });
    expect(await leading()).toEqual([]);
    // What had not begun is left for the next, and nothing is held by the dead.
    expect(await bench.rows('SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).toEqual([]);
  });
});
