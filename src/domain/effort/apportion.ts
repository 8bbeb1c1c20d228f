import type { Decimal } from '../basics/decimal.js';
import { decimalOfUnits, floorDivide, inOneUnit } from '../basics/ratio.js';

const TENTHS_OF_ALL = 1000n;

/**
 * Shares in percent with one decimal that add up to exactly 100.0, by largest remainder over exact values: each share is
 * rounded down, and the tenths left over go to those that lost most; on a tie to the one that stands first. Null where
 * the weights come to nothing, for then nobody has a share.
 */
export const apportion = (weights: readonly Decimal[]): readonly Decimal[] | null => {
  const wholes = inOneUnit(weights);
  const total = wholes.reduce((all, whole) => all + whole, 0n);
  if (total <= 0n) {
    return null;
  }
  const floors = wholes.map((whole) => floorDivide(whole * TENTHS_OF_ALL, total));
  const given = floors.reduce((tenths, { times }) => tenths + times, 0n);
  // Sorting keeps the order of those that lost the same.
  const byLoss = floors
    .map(({ rest }, position) => ({ rest, position }))
    .sort((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  const lucky = new Set(byLoss.slice(0, Number(TENTHS_OF_ALL - given)).map(({ position }) => position));
  return floors.map(({ times }, position) => decimalOfUnits(lucky.has(position) ? times + 1n : times, 1));
};
