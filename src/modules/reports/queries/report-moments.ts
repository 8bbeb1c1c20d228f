import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import { reachOf, type Reach } from '../../../domain/reports/reach.js';
import { Clock } from '../../../platform/clock.js';
import { checkWindow } from '../../effort/queries/effort-splits.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

/** The period a report counts, cut off at the instant whose knowledge it is of. */
export interface ReportPeriod extends Days, Reach {
  readonly at: Instant;
}

@Injectable()
export class ReportMoments {
  constructor(
    private readonly clock: Clock,
    private readonly knowledge: SettledKnowledge,
  ) {}

  /**
   * The instant whose knowledge a report is of: the one asked for, or now where none is asked for or it is still to come.
   * What was asked for is settled when this comes back: the answer does not change any more.
   */
  async at({ id }: Portfolio, asOf: Instant | null): Promise<Instant> {
    const now = this.clock.now();
    if (asOf === null) {
      return now;
    }
    const at = asOf < now ? asOf : now;
    await this.knowledge.settle(id, at);
    return at;
  }

  /** The same with a period. BAD_USER_INPUT where `from` is after `to`, and for more than 100 years. */
  async period(portfolio: Portfolio, days: Days, asOf: Instant | null): Promise<ReportPeriod> {
    checkWindow(days);
    const at = await this.at(portfolio, asOf);
    return { ...days, at, ...reachOf(days, { timeZone: portfolio.timeZone, at }) };
  }
}
