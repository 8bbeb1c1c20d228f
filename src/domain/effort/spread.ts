import {
  add,
  compare,
  decimal,
  HUNDRED,
  isNegative,
  isPositive,
  multiply,
  negate,
  subtract,
  type Decimal,
} from '../basics/decimal.js';
import { roundRatio, sortedByRatio, type Ratio } from '../basics/ratio.js';
import { onCategory, personDaysOf, type BookedEffort } from './category-share.js';
import type { InitiativeEffort } from './concentration.js';
import type { AllocationCategory, Yardstick } from './scheme.js';

/** Effort of an initiative on a category. */
export type InitiativeCategoryEffort = InitiativeEffort & BookedEffort;

/** What an initiative in the middle spends on a category, whatever its size. */
export interface CategorySpread {
  readonly category: AllocationCategory;
  /** How many initiatives have categorised effort. */
  readonly initiatives: number;
  /** The median of the initiatives' own shares, in percent with one decimal; null where there is no categorised effort. */
  readonly medianPercent: Decimal | null;
}

const TWO = decimal('2');

/**
 * The unweighted median of a category: each initiative's own share of its categorised effort, large and small ones alike; of
 * an even number the mean of the two in the middle. Exact, and rounded once. Beside the share of the whole, which is weighted by
 * effort, it tells whether a few big initiatives make the picture.
 */
export const spreadOf = (
  rows: readonly InitiativeCategoryEffort[],
  { categories }: Pick<Yardstick, 'categories'>,
): readonly CategorySpread[] => {
  const known = new Set(categories.map(({ key }) => key));
  const initiatives = [...groupedByInitiative(rows).values()]
    .map((own) => own.filter(({ categoryKey }) => categoryKey !== null && known.has(categoryKey)))
    .map((own) => ({ own, categorised: personDaysOf(own) }))
    .filter(({ categorised }) => isPositive(categorised));
  return categories.map((category) => {
    const median = medianOf(
      initiatives.map(({ own, categorised }) => ({
        numerator: multiply(personDaysOf(onCategory(own, category.key)), HUNDRED),
        denominator: categorised,
      })),
    );
    return {
      category,
      initiatives: initiatives.length,
      medianPercent: median && roundRatio(median, 1),
    };
  });
};

const groupedByInitiative = (
  rows: readonly InitiativeCategoryEffort[],
): ReadonlyMap<string, readonly InitiativeCategoryEffort[]> => {
  const groups = new Map<string, InitiativeCategoryEffort[]>();
  for (const row of rows) {
    groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  }
  return groups;
};

/** The middle one of exact ratios, or the mean of the two in the middle; null of none. Denominators are positive. */
export const medianOf = (ratios: readonly Ratio[]): Ratio | null => {
  const sorted = sortedByRatio(ratios, (ratio) => ratio);
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return lower && upper ? meanOf(lower, upper) : null;
};

const meanOf = (a: Ratio, b: Ratio): Ratio => ({
  numerator: add(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator)),
  denominator: multiply(TWO, multiply(a.denominator, b.denominator)),
});

/**
 * The total and the median of a category as a sentence. Where they are further apart than the tolerance of the category, a few
 * big initiatives make the picture, and it says so.
 */
export const toldSpread = (
  { category, initiatives, medianPercent }: CategorySpread,
  totalPercent: Decimal | null,
): string => {
  if (medianPercent === null || totalPercent === null) {
    return `No initiative has categorised effort, so there is no share of ${category.name}.`;
  }
  if (initiatives === 1) {
    return `${category.name} has ${totalPercent} % of the whole, which is one initiative.`;
  }
  const told = `${category.name} has ${totalPercent} % of the whole and ${medianPercent} % in the middle of ${initiatives} initiatives`;
  const apart = subtract(totalPercent, medianPercent);
  const distance = isNegative(apart) ? negate(apart) : apart;
  return compare(distance, category.tolerancePoints) > 0 ? `${told}: the big ones make the picture.` : `${told}.`;
};
