import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { isZero } from '../../../domain/basics/decimal.js';
import { problemOfDays, type Days } from '../../../domain/effort/days.js';
import { labelOfGroup, type EffortGrouping } from '../../../domain/effort/effort-groups.js';
import type { AllocationScheme } from '../../../domain/effort/scheme.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { splitEffort, type SplitFigures } from '../../../domain/effort/split-effort.js';
import { Clock } from '../../../platform/clock.js';
import { fault } from '../../../platform/faults.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { EffortSums, type EffortWindow, type GroupSum } from './effort-sums.js';

/** The window initiatives of a portfolio are asked about; null is for the default. */
export type InitiativeQuestion = { readonly [Part in keyof EffortWindow]: EffortWindow[Part] | null } & {
  readonly portfolioId: string;
};

export interface EffortGroup extends Omit<SplitFigures, 'uncategorizedPersonDays' | 'operationalisationPercent'> {
  readonly key: string;
  readonly label: string;
}

/** Who was asked, for what is told only where somebody wants to know. */
export interface SplitQuestion {
  readonly of: 'PORTFOLIO' | 'INITIATIVE';
  readonly portfolio: Portfolio;
  readonly asOf: Instant | null;
}

/** Effort of a portfolio or of an initiative against the scheme in force on the last day. */
export interface EffortSplit extends SplitFigures {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly scheme: AllocationScheme;
  readonly groups: readonly EffortGroup[];
  /** Missing of what is only supposed, as in a preview. */
  readonly asked?: SplitQuestion;
}

const FIRST_DAY = '0001-01-01' as CalendarDate;

@Injectable()
export class EffortSplits {
  constructor(
    private readonly sums: EffortSums,
    private readonly schemes: AllocationSchemes,
    private readonly portfolios: Portfolios,
    private readonly clock: Clock,
  ) {}

  /**
   * The split of a portfolio, in all and by group; groups without effort are left out, the others come by key. BAD_USER_INPUT
   * where `from` is after `to`, and for more than 100 years.
   */
  async ofPortfolio(portfolio: Portfolio, window: EffortWindow, grouping: EffortGrouping): Promise<EffortSplit> {
    checkWindow(window);
    const [scheme, { total, groups }] = await Promise.all([
      this.schemes.inForce(portfolio.id, window.to, window.asOf),
      this.sums.ofPortfolio(portfolio, window, grouping),
    ]);
    const asked: SplitQuestion = { of: 'PORTFOLIO', portfolio, asOf: window.asOf };
    return {
      from: window.from,
      to: window.to,
      scheme,
      asked,
      groups: groupsOf(grouping, groups, scheme),
      ...splitEffort({ rows: total, scheme }),
    };
  }

  /**
   * The split of an initiative. Without `to` up to today in the portfolio's zone, or up to the day of `asOf`; without
   * `from` since its first effort. It has no groups. BAD_USER_INPUT as for a portfolio. All initiatives of a request that
   * are asked the same share one question to the database.
   */
  readonly ofInitiative = listLoader<InitiativeQuestion, EffortSplit>(
    (ids, question) => this.ofInitiatives(ids, question),
    () => {
      throw new Error('An initiative that was asked for got no split.');
    },
  );

  private async ofInitiatives(
    ids: readonly string[],
    { portfolioId, ...window }: InitiativeQuestion,
  ): Promise<ReadonlyMap<string, EffortSplit>> {
    const portfolio = await this.portfolios.get(portfolioId);
    const to = window.to ?? dateAt(window.asOf ?? this.clock.now(), portfolio.timeZone);
    if (window.from !== null) {
      checkWindow({ from: window.from, to });
    }
    const scheme = await this.schemes.inForce(portfolioId, to, window.asOf);
    const byInitiative = await this.sums.ofInitiatives(ids, portfolio, {
      from: window.from ?? FIRST_DAY,
      to,
      asOf: window.asOf,
    });
    const asked: SplitQuestion = { of: 'INITIATIVE', portfolio, asOf: window.asOf };
    return new Map(
      ids.map((id) => {
        const rows = byInitiative.get(id) ?? [];
        const from = window.from ?? rows.map((row) => row.firstDay).sort()[0] ?? to;
        return [id, { from, to, scheme, groups: [], asked, ...splitEffort({ rows, scheme }) }];
      }),
    );
  }
}

/** BAD_USER_INPUT where `from` is after `to`, and for more than 100 years. */
export const checkWindow = (days: Days): void => {
  const problem = problemOfDays(days);
  if (problem !== null) {
    throw fault('BAD_USER_INPUT', problem);
  }
};

const groupsOf = (
  grouping: EffortGrouping,
  rows: readonly GroupSum[],
  scheme: AllocationScheme,
): readonly EffortGroup[] =>
  [...groupBy(rows, (row) => row.key)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const { personDays, coveragePercent, shares } = splitEffort({ rows: own, scheme });
      return { key, label: own[0]?.name ?? labelOfGroup(grouping, key), personDays, coveragePercent, shares };
    })
    .filter(({ personDays }) => !isZero(personDays));
