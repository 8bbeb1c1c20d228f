import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EffortGrouping } from '../../../domain/effort/effort-groups.js';
import type { EffortSum } from '../../../domain/effort/split-effort.js';
import { wholeMonths } from '../../../domain/effort/whole-months.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import { INITIATIVE_SUMS, portfolioSums } from './effort-sums-sql.js';

/** Days from and to, both included, and the instant whose knowledge counts; null: all that is known now. */
export interface EffortWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: Instant | null;
}

/** Effort of one category of one group. */
export interface GroupSum extends EffortSum {
  readonly key: string;
  /** What the group is called where its key does not tell. */
  readonly name: string | null;
}

/** What a portfolio's effort sums up to, in all and by group, of one state of the ledger. */
export interface PortfolioSums {
  readonly total: readonly EffortSum[];
  /** Empty without grouping. What of it was operational only a grouping by time or by stage tells. */
  readonly groups: readonly GroupSum[];
}

/** Effort of one category of an initiative, and the first day of it. */
export interface InitiativeSum extends EffortSum {
  readonly firstDay: CalendarDate;
}

type Row = GroupSum & { readonly isTotal: boolean };

const QUESTIONS = new Map<string, string>();

const question = (grouping: EffortGrouping, isAsOf: boolean): string => {
  const name = `${grouping} ${isAsOf}`;
  const sql = QUESTIONS.get(name) ?? portfolioSums(grouping, isAsOf);
  QUESTIONS.set(name, sql);
  return sql;
};

/** What the ledger of effort sums up to: of a portfolio by the rollups, which grow with days and groups and not with entries. */
@Injectable()
export class EffortSums {
  constructor(
    private readonly database: Database,
    private readonly knowledge: SettledKnowledge,
  ) {}

  /** Sums by category, in all and by group; groups that come to nothing may be among them. */
  async ofPortfolio(
    portfolio: Portfolio,
    window: EffortWindow,
    grouping: EffortGrouping,
    tx?: Tx,
  ): Promise<PortfolioSums> {
    const { from, to, asOf } = window;
    await this.settle(portfolio, asOf);
    const months = wholeMonths(from, to);
    const parameters = [
      portfolio.id,
      portfolio.timeZone,
      from,
      to,
      asOf,
      months.first,
      months.until,
      months.lastDayBefore,
    ];
    const rows = await this.database.rows<Row>(question(grouping, asOf !== null), parameters, tx);
    return { total: rows.filter(({ isTotal }) => isTotal), groups: rows.filter(({ isTotal }) => !isTotal) };
  }

  /** Sums by category of initiatives of one portfolio, by initiative id; none for those without effort. */
  async ofInitiatives(
    ids: readonly string[],
    portfolio: Portfolio,
    { from, to, asOf }: EffortWindow,
  ): Promise<ReadonlyMap<string, readonly InitiativeSum[]>> {
    await this.settle(portfolio, asOf);
    const rows = await this.database.rows<InitiativeSum & { key: string }>(INITIATIVE_SUMS, [
      ids,
      portfolio.timeZone,
      from,
      to,
      asOf,
    ]);
    return groupBy(rows, (row) => row.key);
  }

  private async settle(portfolio: Portfolio, asOf: Instant | null): Promise<void> {
    if (asOf !== null) {
      await this.knowledge.settle(portfolio.id, asOf);
    }
  }
}
