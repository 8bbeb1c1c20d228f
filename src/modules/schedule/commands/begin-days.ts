import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { daysToBegin, lastBegun } from '../../../domain/schedule/days-to-begin.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { JobQueue, type NewJob } from '../../../platform/jobs/job-queue.js';
import { PortfolioDayRepository } from '../persistence/portfolio-day.repository.js';
import { DaysOfPortfolios, type DaysOfPortfolio } from '../queries/days-of-portfolios.js';

/** What the job of a day is given. */
export interface DayJob {
  readonly portfolioId: string;
  readonly date: CalendarDate;
}

/** The name of the job of a day: its task, portfolio and date. */
export const dayJobKey = (task: string, { portfolioId, date }: DayJob): string => `${task}:${portfolioId}:${date}`;

/**
 * Begins the days of every portfolio that have come by its own calendar: puts their tasks into the queue, day by day in
 * order, and remembers how far it has come, in one transaction each portfolio. However many do this at once and however
 * often, a day begins once; days that were missed are made up for.
 */
@Injectable()
export class BeginDays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly days: DaysOfPortfolios,
    private readonly repository: PortfolioDayRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  async run(tasks: readonly string[]): Promise<void> {
    await itemByItem(await this.days.behind(), (portfolio) => this.begin(portfolio, tasks));
  }

  private begin(seen: DaysOfPortfolio, tasks: readonly string[]): Promise<Result<null>> {
    const { portfolioId } = seen;
    return this.work.run(async (tx) => {
      await this.repository.lock(tx, portfolioId, lastBegun(seen));
      // Read again under the lock: somebody else may have begun these days while this waited.
      const standing = (await this.days.of(portfolioId, tx)) ?? seen;
      const dates = daysToBegin(standing, this.clock.now());
      const last = dates.at(-1);
      if (last !== undefined) {
        await this.queue.add(
          tx,
          dates.flatMap((date) => jobsOf({ portfolioId, date }, tasks)),
        );
        await this.repository.move(tx, portfolioId, last);
      }
      return accept(null);
    });
  }
}

const jobsOf = (day: DayJob, tasks: readonly string[]): readonly NewJob[] =>
  tasks.map((task) => ({ task, payload: { ...day }, key: dayJobKey(task, day) }));
