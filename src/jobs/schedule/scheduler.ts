import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { BeginDays, type DayJob } from '../../modules/schedule/commands/begin-days.js';
import { Database } from '../../platform/database/database.js';
import { JobRunner, type Task, type Tasks } from '../../platform/jobs/job-runner.js';
import { Leader } from '../../platform/jobs/leader.js';
import { log } from '../../platform/logging.js';
import { Upkeep } from '../upkeep/upkeep.js';
import { DAY_TASKS, type DayTask } from './day-tasks.js';
import { FOLLOW_UP_TASKS } from './follow-up-tasks.js';

const LOCK = 7_065_286;
/** A day has begun at most this long after its midnight, which leaves the rest of a minute for its jobs (law 13). */
const TICK_MS = 15_000;
const LONGEST_TICK_MS = 5_000;

/**
 * Has the days of all portfolios begin, their jobs run, and the tables kept in shape. Of all processes on a database one does; it is told to start
 * and to stop, and does nothing of itself until then.
 */
@Injectable()
export class Scheduler {
  private readonly runner: JobRunner;
  private readonly leader: Leader;
  private readonly taskNames: readonly string[];
  /** Every task this program knows, of days and others. */
  readonly knownTasks: readonly string[];
  private everyMs = TICK_MS;
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    database: Database,
    private readonly beginDays: BeginDays,
    @Inject(DAY_TASKS) tasks: readonly DayTask[],
    private readonly upkeep: Upkeep,
    @Inject(FOLLOW_UP_TASKS) followUps: Tasks,
  ) {
    const url = database.address;
    this.taskNames = tasks.map(({ name }) => name);
    this.knownTasks = [...this.taskNames, ...Object.keys(followUps)];
    this.runner = new JobRunner(url, {
      ...Object.fromEntries(tasks.map((task) => [task.name, jobOf(task)])),
      ...followUps,
    });
    this.leader = new Leader(url, LOCK, {
      begin: (resign) => this.begin(resign),
      end: () => this.end(),
    });
  }

  /** Whether this process is the one that has days begin and jobs run. */
  get leads(): boolean {
    return this.leader.leads;
  }

  /** Begins, as soon as it leads, to look every so many milliseconds whether a day has come. */
  start(everyMs = TICK_MS): void {
    this.everyMs = everyMs;
    this.leader.start();
  }

  /** Ends within seconds; a job that is under way and does not end by then will be tried again. */
  stop(): Promise<void> {
    return this.leader.stop();
  }

  /** Has all days begin that have come. */
  tick(): Promise<void> {
    return this.beginDays.run(this.taskNames);
  }

  /** Runs all jobs that are due. */
  runAll(): Promise<void> {
    return this.runner.runAll();
  }

  private async begin(resign: () => void): Promise<void> {
    await this.runner.start(resign);
    this.upkeep.start();
    this.timer = setInterval(() => {
      this.tickAlone();
    }, this.everyMs).unref();
    this.tickAlone();
  }

  private async end(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await Promise.race([
      Promise.all([this.ticking, this.upkeep.stop()]),
      pause(LONGEST_TICK_MS, undefined, { ref: false }),
    ]);
    await this.runner.stop();
  }

  /** One tick at a time; one that fails is made up for by the next. */
  private tickAlone(): void {
    this.ticking ??= this.tick()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the days of some portfolios did not begin; they will in a moment');
      })
      .finally(() => {
        this.ticking = null;
      });
  }
}

const jobOf =
  (task: DayTask): Task =>
  async (payload) => {
    const { portfolioId, date } = payload as DayJob;
    await task.run(portfolioId, date);
  };
