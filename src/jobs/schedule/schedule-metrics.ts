import { Injectable } from '@nestjs/common';
import { DaysOfPortfolios } from '../../modules/schedule/queries/days-of-portfolios.js';
import { JOB_STATUSES, Jobs } from '../../modules/schedule/queries/jobs.js';
import { Metrics, type Reading } from '../../platform/metrics.js';
import { Scheduler } from './scheduler.js';

const one = (value: number): readonly Reading[] => [{ value }];

/** What operators watch of the schedule. */
@Injectable()
export class ScheduleMetrics {
  constructor(
    metrics: Metrics,
    private readonly scheduler: Scheduler,
    days: DaysOfPortfolios,
    private readonly jobs: Jobs,
  ) {
    metrics.add({
      name: 'tollgate_jobs',
      help: 'Jobs that are not done, by task and status; FAILED ones wait for somebody to retry them.',
      labelNames: ['task', 'status'],
      across: 'max',
      read: () => this.counts(),
    });
    metrics.add({
      name: 'tollgate_job_oldest_waiting_seconds',
      help: 'For how long the job that is due longest has been waiting.',
      across: 'max',
      read: async () => one(await jobs.oldestWaitingSeconds()),
    });
    metrics.add({
      name: 'tollgate_scheduler_leader',
      help: '1 where this process is the one that has days begin and jobs run.',
      read: () => Promise.resolve(one(scheduler.leads ? 1 : 0)),
    });
    metrics.add({
      name: 'tollgate_days_behind',
      help: 'Days that should have begun and have not, of the portfolio with the most.',
      across: 'max',
      read: async () => one(await days.mostBehind()),
    });
  }

  /** Zeros are told too, so that an alarm can tell "none" from "unknown". */
  private async counts(): Promise<readonly Reading[]> {
    const counts = await this.jobs.counts();
    const known = this.scheduler.knownTasks;
    const others = counts.map(({ task }) => task).filter((task) => !known.includes(task));
    return [...known, ...new Set(others)].flatMap((task) =>
      JOB_STATUSES.map((status) => ({
        labels: { task, status },
        value: counts.find((each) => each.task === task && each.status === status)?.count ?? 0,
      })),
    );
  }
}
