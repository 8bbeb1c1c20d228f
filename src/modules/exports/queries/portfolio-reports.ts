import { Injectable } from '@nestjs/common';
import { startOfDay } from '../../../domain/basics/calendar-date.js';
import type { ReportMonth } from '../../../domain/reports/report-month.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { GovernanceDebts, type DebtItem, type GovernanceDebt } from '../../reports/queries/governance-debts.js';
import { AttentionRows, type Attention } from './attention-rows.js';
import { MonthDecisions, type MonthDecision, type NamedInitiative } from './month-decisions.js';
import { MonthFiguresQuery, type MonthFigures } from './month-figures.js';

/** Everything the report of a portfolio for a month tells. */
export interface PortfolioReport extends ReportMonth {
  readonly portfolio: Portfolio;
  readonly figures: MonthFigures;
  readonly decisions: readonly MonthDecision[];
  readonly debt: GovernanceDebt;
  /** Those that have been let go longest. */
  readonly oldestDebts: readonly DebtItem[];
  /** Null: nobody looked. */
  readonly attention: Attention | null;
  /** What the initiatives that are told of were called then. */
  readonly called: ReadonlyMap<string, NamedInitiative>;
}

const OLDEST = 10;

@Injectable()
export class PortfolioReports {
  constructor(
    private readonly knowledge: SettledKnowledge,
    private readonly figures: MonthFiguresQuery,
    private readonly decisions: MonthDecisions,
    private readonly debts: GovernanceDebts,
    private readonly attention: AttentionRows,
  ) {}

  /**
   * The report of a month, as of its instant: asked again once the month has ended it is the same, whatever was changed since.
   * A fixed number of questions to the database, however much there is to tell.
   */
  async of(portfolio: Portfolio, month: ReportMonth): Promise<PortfolioReport> {
    const { at } = month;
    await this.knowledge.settleFindings(portfolio.id, at);
    const figures = await this.figures.ofPortfolio(portfolio, month);
    const since = startOfDay(month.month.from, portfolio.timeZone);
    const decisions = await this.decisions.ofPortfolio(portfolio, since, at);
    const debt = await this.debts.ofPortfolio(portfolio, at);
    const { nodes: oldestDebts } = await this.debts.items(debt, null, { first: OLDEST, after: null });
    const attention = await this.attention.ofPortfolio(portfolio, at);
    const ids = [...decisions, ...oldestDebts].map(({ initiativeId }) => initiativeId);
    const called = await this.decisions.called([...new Set(ids)], at);
    return { ...month, portfolio, figures, decisions, debt, oldestDebts, attention, called };
  }
}
