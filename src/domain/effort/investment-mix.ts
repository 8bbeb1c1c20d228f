import { decimal, ZERO } from '../basics/decimal.js';
import { INVESTMENT_CLASSES, type InvestmentClass } from '../initiatives/initiative.js';
import { labelOfGroup } from './effort-groups.js';
import type { AllocationCategory, Yardstick } from './scheme.js';
import { splitEffort, type EffortSum, type SplitFigures } from './split-effort.js';

const TARGETS = {
  CORE: decimal('70'),
  ADJACENT: decimal('20'),
  TRANSFORMATIONAL: decimal('10'),
} as const satisfies Record<InvestmentClass, AllocationCategory['targetPercent']>;

/**
 * What the mix of initiatives is judged by: CORE 70, ADJACENT 20, TRANSFORMATIONAL 10 percent of all effort, each give or take
 * 5 points. It has no coverage floor, for every initiative has a class. A constant until somebody needs another (ADR 0017).
 */
export const INVESTMENT_YARDSTICK: Yardstick = {
  coverageFloorPercent: ZERO,
  categories: INVESTMENT_CLASSES.map((investmentClass) => ({
    key: investmentClass,
    name: labelOfGroup('INVESTMENT_CLASS', investmentClass),
    targetPercent: TARGETS[investmentClass],
    tolerancePoints: decimal('5'),
  })),
};

/** The mix of initiatives, weighted by effort: all of it counts, uncategorised effort too. `key` is the investment class. */
export const mixOf = (rows: readonly (EffortSum & { readonly key: string })[]): SplitFigures =>
  splitEffort({ rows: rows.map((row) => ({ ...row, categoryKey: row.key })), scheme: INVESTMENT_YARDSTICK });
