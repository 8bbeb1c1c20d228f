import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { Users } from '../../identity/queries/users.js';
import { EffortPeriods, type EffortPeriod } from './effort-periods.js';

/** A period that was closed, as it is exported. */
export interface ReadPeriod extends EffortPeriod {
  readonly personDaysNow: Decimal;
  readonly lateEffortPending: number;
  readonly closedBy: string | null;
  readonly reopenedBy: string | null;
}

/** The periods of effort of a portfolio that were ever closed. */
@Injectable()
export class PeriodReads {
  constructor(
    private readonly periods: EffortPeriods,
    private readonly users: Users,
  ) {}

  /** All of them, the one closed last first: a few statements, however many there are. */
  async ofPortfolio(portfolioId: string): Promise<readonly ReadPeriod[]> {
    const scope = {};
    const periods = await this.periods.ofPortfolio.load(scope, portfolioId);
    return Promise.all(
      periods.map(async (period) => {
        const [personDaysNow, lateEffortPending, closedBy, reopenedBy] = await Promise.all([
          this.periods.personDaysNow.load(scope, period.id),
          this.periods.latePending.load(scope, period.id),
          this.users.byId.load(scope, period.closedById),
          period.reopenedById === null ? null : this.users.byId.load(scope, period.reopenedById),
        ]);
        return {
          ...period,
          personDaysNow,
          lateEffortPending,
          closedBy: closedBy?.name ?? null,
          reopenedBy: reopenedBy?.name ?? null,
        };
      }),
    );
  }
}
