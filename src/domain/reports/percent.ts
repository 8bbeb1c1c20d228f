import { decimalOf, HUNDRED, multiply, type Decimal } from '../basics/decimal.js';
import { ratioOf, roundRatio } from '../basics/ratio.js';

/** A part of a whole number of things in percent, rounded half up from the exact value to one decimal; null of nothing. */
export const percentOfCount = (part: number, whole: number): Decimal | null => {
  const percent = ratioOf(multiply(decimalOf(part), HUNDRED), decimalOf(whole));
  return percent && roundRatio(percent, 1);
};
