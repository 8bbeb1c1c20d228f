import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { concentrationOf, toldConcentration, type Concentration } from '../../../domain/effort/concentration.js';
import { headlineOf } from '../../../domain/effort/headline.js';
import { INVESTMENT_YARDSTICK, mixOf } from '../../../domain/effort/investment-mix.js';
import type { AllocationCategory } from '../../../domain/effort/scheme.js';
import type { EffortShare } from '../../../domain/effort/split-effort.js';
import { spreadOf, toldSpread, type CategorySpread } from '../../../domain/effort/spread.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import type { EffortSplit } from './effort-splits.js';
import { EffortSums, type EffortWindow, type GroupSum } from './effort-sums.js';

/** Effort by investment class against 70/20/10. */
export interface InvestmentMix {
  readonly headline: string;
  readonly personDays: Decimal;
  readonly shares: readonly EffortShare[];
}

export interface CategoryConcentration extends Concentration {
  /** Null: what is not categorised. */
  readonly category: AllocationCategory | null;
  readonly sentence: string;
}

export interface ToldSpread extends CategorySpread {
  readonly percent: Decimal | null;
  readonly sentence: string;
}

/** A report that a portfolio was asked for. */
interface Asked {
  readonly portfolio: Portfolio;
  readonly window: EffortWindow;
}

/** What lies behind the shares of a portfolio. Each is asked for only where somebody wants to know; null of anything but a portfolio. */
@Injectable()
export class EffortBreakdowns {
  constructor(private readonly sums: EffortSums) {}

  /** Concentration and spread look at the same sums, so a request asks for them once. */
  private readonly byInitiative = listLoader<Asked, readonly GroupSum[]>(
    async ([id = ''], { portfolio, window }) =>
      new Map([[id, (await this.sums.ofPortfolio(portfolio, window, 'INITIATIVE')).groups]]),
    () => [],
  );

  /** The mix of initiatives, weighted by effort. */
  async mix(split: EffortSplit): Promise<InvestmentMix | null> {
    const asked = askedOf(split);
    if (!asked) {
      return null;
    }
    const { groups } = await this.sums.ofPortfolio(asked.portfolio, asked.window, 'INVESTMENT_CLASS');
    const figures = mixOf(groups);
    const headline = headlineOf({ ...figures, ...asked.window, scheme: INVESTMENT_YARDSTICK });
    return { headline, personDays: figures.personDays, shares: figures.shares };
  }

  /** How few initiatives hold most, of each category in the scheme's order, then of what is not categorised if there is any. */
  async concentration(scope: object, split: EffortSplit): Promise<readonly CategoryConcentration[] | null> {
    const rows = await this.initiativesOf(scope, split);
    if (!rows) {
      return null;
    }
    const { categories } = split.scheme;
    const known = new Set(categories.map(({ key }) => key));
    const told = (category: AllocationCategory | null, own: readonly GroupSum[]): CategoryConcentration => {
      const concentration = concentrationOf(own);
      const sentence = toldConcentration(category?.name ?? 'what has no category of this scheme', concentration);
      return { category, ...concentration, sentence };
    };
    const uncategorised = told(
      null,
      rows.filter(({ categoryKey }) => categoryKey === null || !known.has(categoryKey)),
    );
    return [
      ...categories.map((category) =>
        told(
          category,
          rows.filter(({ categoryKey }) => categoryKey === category.key),
        ),
      ),
      ...(uncategorised.of > 0 ? [uncategorised] : []),
    ];
  }

  /** The share of the whole beside the median of the initiatives, of each category in the scheme's order. */
  async spread(scope: object, split: EffortSplit): Promise<readonly ToldSpread[] | null> {
    const rows = await this.initiativesOf(scope, split);
    return (
      rows &&
      spreadOf(rows, split.scheme).map((spread, position) => {
        const percent = split.shares[position]?.percent ?? null;
        return { ...spread, percent, sentence: toldSpread(spread, percent) };
      })
    );
  }

  private async initiativesOf(scope: object, split: EffortSplit): Promise<readonly GroupSum[] | null> {
    const asked = askedOf(split);
    return asked && this.byInitiative.load(scope, asked.portfolio.id, asked);
  }
}

const askedOf = ({ asked, from, to }: EffortSplit): Asked | null =>
  asked?.of === 'PORTFOLIO' ? { portfolio: asked.portfolio, window: { from, to, asOf: asked.asOf } } : null;
