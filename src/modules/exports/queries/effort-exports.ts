import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { EffortGrouping } from '../../../domain/effort/effort-groups.js';
import type { Pieces } from '../../../platform/database/long-reads.js';
import { EffortSplits, type EffortSplit } from '../../effort/queries/effort-splits.js';
import type { EffortWindow } from '../../effort/queries/effort-sums.js';
import { LedgerReads, type LedgerQuestion, type LedgerRow } from '../../effort/queries/ledger-reads.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';

/** What can be exported of the effort of a portfolio, for whoever may read it. NOT_FOUND for what is not there for the viewer. */
@Injectable()
export class EffortExports {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly initiatives: Initiatives,
    private readonly schemes: AllocationSchemes,
    private readonly ledger: LedgerReads,
    private readonly splits: EffortSplits,
  ) {}

  /** Begins to read the ledger; the initiative and the category asked for are of the portfolio. */
  async ledgerOf(viewer: Viewer, portfolioKey: string, question: LedgerQuestion): Promise<Result<Pieces<LedgerRow>>> {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    if (!portfolio) {
      return refuse(notFound('The portfolio', ['portfolio']));
    }
    const missing = await this.missingIn(viewer, portfolio, question);
    return missing.length > 0 ? refuse(...missing) : accept(await this.ledger.begin(portfolio.id, question));
  }

  /** The report; its days are at most 100 years apart, else BAD_USER_INPUT. */
  async splitOf(
    viewer: Viewer,
    portfolioKey: string,
    window: EffortWindow,
    grouping: EffortGrouping,
  ): Promise<Result<EffortSplit>> {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    return portfolio
      ? accept(await this.splits.ofPortfolio(portfolio, window, grouping))
      : refuse(notFound('The portfolio', ['portfolio']));
  }

  private async missingIn(
    viewer: Viewer,
    portfolio: Portfolio,
    { initiativeKey, categoryKey }: LedgerQuestion,
  ): Promise<readonly Refusal[]> {
    const missing: Refusal[] = [];
    if (initiativeKey) {
      const initiative = await this.initiatives.seenByKey(viewer, initiativeKey);
      if (initiative?.portfolioId !== portfolio.id) {
        missing.push(notFound(`The initiative "${initiativeKey}"`, ['initiativeKey']));
      }
    }
    if (categoryKey && !(await this.schemes.categoryKeys(portfolio.id)).has(categoryKey)) {
      missing.push(notFound(`The category "${categoryKey}"`, ['categoryKey']));
    }
    return missing;
  }
}
