import {
  add,
  compare,
  formatDecimal,
  HUNDRED,
  isPositive,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from '../basics/decimal.js';
import { compareRatio, roundRatio, type Ratio } from '../basics/ratio.js';
import { apportion } from './apportion.js';
import { onCategory, percentOf, personDaysOf, type BookedEffort } from './category-share.js';
import type { AllocationCategory, Yardstick } from './scheme.js';

export const ALLOCATION_VERDICTS = ['UNDER', 'WITHIN', 'OVER', 'INSUFFICIENT_DATA'] as const;
export type AllocationVerdict = (typeof ALLOCATION_VERDICTS)[number];

/** Effort of one category in person-days, as the ledger sums it up; several rows of a category are added. */
export interface EffortSum extends BookedEffort {
  /** How much of it was worked while the initiative stood in PILOT or PRODUCTION; null where the sum does not tell. */
  readonly operationalPersonDays: Decimal | null;
}

/** What one category got, and how that compares with its target. */
export interface EffortShare {
  readonly category: AllocationCategory;
  readonly personDays: Decimal;
  /** Of the categorised effort, one decimal; null where nothing is categorised. */
  readonly percent: Decimal | null;
  /** The shown percent less the target, in percentage points, one decimal. */
  readonly deviationPoints: Decimal | null;
  readonly verdict: AllocationVerdict;
}

/** Effort against a scheme: person-days exact, percentages with one decimal. */
export interface SplitFigures {
  readonly personDays: Decimal;
  readonly uncategorizedPersonDays: Decimal;
  /** `0.0` where there is no effort. */
  readonly coveragePercent: Decimal;
  /** Null where there is no effort, and where a sum does not tell. */
  readonly operationalisationPercent: Decimal | null;
  /** One for each category of the scheme, in its order. */
  readonly shares: readonly EffortShare[];
}

const NO_PERCENT = roundHalfUp(ZERO, 1);

/**
 * Splits effort over the categories of a scheme: shares of the categorised effort that add up to 100.0, coverage
 * (categorised as a share of all), and a verdict by category. Effort on a category that this scheme does not have,
 * because another version has it, is uncategorised to it. Verdicts compare exact values: coverage of 79.96 % is under a
 * floor of 80, and a share is WITHIN from target - tolerance to target + tolerance, both included. There is no verdict
 * (INSUFFICIENT_DATA) below the floor, and none where nothing is categorised.
 */
export const splitEffort = ({
  rows,
  scheme,
}: {
  readonly rows: readonly EffortSum[];
  readonly scheme: Yardstick;
}): SplitFigures => {
  const all = personDaysOf(rows);
  const operational = rows.map((row) => row.operationalPersonDays);
  const parts = scheme.categories.map((category) => ({
    category,
    personDays: personDaysOf(onCategory(rows, category.key)),
  }));
  const weights = parts.map(({ personDays }) => personDays);
  const categorised = sum(weights);
  const isEnough =
    isPositive(categorised) && compare(multiply(categorised, HUNDRED), multiply(scheme.coverageFloorPercent, all)) >= 0;
  const percents = apportion(weights);
  return {
    personDays: formatDecimal(all),
    uncategorizedPersonDays: formatDecimal(subtract(all, categorised)),
    coveragePercent: shown(percentOf(categorised, all)) ?? NO_PERCENT,
    operationalisationPercent: operational.includes(null)
      ? null
      : shown(percentOf(sum(operational.filter((personDays) => personDays !== null)), all)),
    shares: parts.map(({ category, personDays }, position) => {
      const percent = percents?.[position] ?? null;
      return {
        category,
        personDays: formatDecimal(personDays),
        percent,
        deviationPoints: percent === null ? null : roundHalfUp(subtract(percent, category.targetPercent), 1),
        verdict: isEnough ? verdictOf(personDays, categorised, category) : 'INSUFFICIENT_DATA',
      };
    }),
  };
};

const shown = (percent: Ratio | null): Decimal | null => percent && roundRatio(percent, 1);

const verdictOf = (
  part: Decimal,
  whole: Decimal,
  { targetPercent, tolerancePoints }: AllocationCategory,
): AllocationVerdict => {
  const against = (percent: Decimal) => compareRatio(part, whole, percent, HUNDRED);
  if (against(subtract(targetPercent, tolerancePoints)) < 0) {
    return 'UNDER';
  }
  return against(add(targetPercent, tolerancePoints)) > 0 ? 'OVER' : 'WITHIN';
};
