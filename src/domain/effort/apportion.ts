import { compareRatio, decimalOf, HUNDRED, isPositive, multiply, sum, type Decimal } from '../basics/decimal.js';
import { floorOfRatio, roundRatio, type Ratio } from '../basics/ratio.js';

/**
 * Shares in percent with one decimal that add up to exactly 100.0, by largest remainder over exact values: each share is
 * rounded down, and the tenths left over go to those that lost most; on a tie to the one that stands first. Null where
 * the weights come to nothing, for then nobody has a share.
 */
export const apportion = (weights: readonly Decimal[]): readonly Decimal[] | null => {
  const total = sum(weights);
  if (!isPositive(total)) {
    return null;
  }
  const floors = weights.map((weight) => floorOfRatio({ numerator: multiply(weight, HUNDRED), denominator: total }, 1));
  const given = floors.reduce((tenths, floor) => tenths + floor.units, 0n);
  // Sorting keeps the order of those that lost the same.
  const byLoss = floors
    .map((floor, position) => ({ rest: floor.rest, position }))
    .toSorted((a, b) => compare(b.rest, a.rest));
  const lucky = new Set(byLoss.slice(0, Number(1000n - given)).map(({ position }) => position));
  return floors.map(({ units }, position) => tenth(lucky.has(position) ? units + 1n : units));
};

const compare = (a: Ratio, b: Ratio): number => compareRatio(a.numerator, a.denominator, b.numerator, b.denominator);

const TEN = decimalOf(10);

const tenth = (tenths: bigint): Decimal => roundRatio({ numerator: decimalOf(Number(tenths)), denominator: TEN }, 1);
