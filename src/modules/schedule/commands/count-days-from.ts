import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PortfolioDayRepository } from '../persistence/portfolio-day.repository.js';

/**
 * Counts the days of a portfolio from a date on: that day and all before it count as begun, as where its history was told
 * after the fact. A portfolio whose days are counted already is left as it is. It is open to no client.
 */
@Injectable()
export class CountDaysFrom {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: PortfolioDayRepository,
  ) {}

  run(portfolioId: string, date: CalendarDate): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      await this.repository.lock(tx, portfolioId, date);
      return accept(null);
    });
  }
}
