import { isZero, type Decimal } from './decimal.js';

/** A quotient kept as its two exact parts, for most quotients have no end as a decimal. The denominator is not zero. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** The ratio of two decimals; null to zero. */
export const ratioOf = (numerator: Decimal, denominator: Decimal): Ratio | null =>
  isZero(denominator) ? null : { numerator, denominator };

const digitsAfterPoint = (value: Decimal): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

/** The value times 10^digits, for at least as many digits as it has after the point: only the point moves. */
const scaled = (value: Decimal, digits: number): bigint =>
  BigInt(value.replace('.', '') + '0'.repeat(digits - digitsAfterPoint(value)));

/** Decimals as whole numbers of one and the same unit, the smallest that any of them has: `1.5` and `2.25` are 150 and 225. */
export const inOneUnit = (values: readonly Decimal[]): readonly bigint[] => {
  const digits = values.reduce((most, value) => Math.max(most, digitsAfterPoint(value)), 0);
  return values.map((value) => scaled(value, digits));
};

const inUnitsOf = (ratio: Ratio, places: number): readonly [bigint, bigint] => {
  const digits = Math.max(digitsAfterPoint(ratio.numerator), digitsAfterPoint(ratio.denominator));
  const numerator = scaled(ratio.numerator, digits + places);
  const denominator = scaled(ratio.denominator, digits);
  return denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
};

/** So many units of 10^-places as a decimal, with exactly so many digits after the point: 441 with one place is `44.1`. */
export const decimalOfUnits = (units: bigint, places: number): Decimal => {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${sign}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}` as Decimal;
};

/** How many times a divisor above zero fits below a number, rounded towards minus infinity, and what is left over: 0 or more, and less than it. */
export const floorDivide = (number: bigint, divisor: bigint): { readonly times: bigint; readonly rest: bigint } => {
  const rest = ((number % divisor) + divisor) % divisor;
  return { times: (number - rest) / divisor, rest };
};

/** How many whole units of 10^-places fit below the ratio, rounded towards minus infinity. */
export const floorOfRatio = (ratio: Ratio, places: number): bigint => floorDivide(...inUnitsOf(ratio, places)).times;

/**
 * The ratio as a decimal with exactly `places` digits after the point, rounded once and from the exact value, a half away
 * from zero: 2/3 with one place is `0.7`.
 */
export const roundRatio = (ratio: Ratio, places: number): Decimal => {
  const [numerator, denominator] = inUnitsOf(ratio, places);
  const size = numerator < 0n ? -numerator : numerator;
  const units = (size * 2n + denominator) / (denominator * 2n);
  return decimalOfUnits(numerator < 0n ? -units : units, places);
};

type Wholes = ReturnType<typeof inUnitsOf>;

const compareWholes = ([a, wholeA]: Wholes, [b, wholeB]: Wholes): -1 | 0 | 1 => {
  const [left, right] = [a * wholeB, b * wholeA];
  return left === right ? 0 : left > right ? 1 : -1;
};

/** Compares a/b with c/d exactly, by cross multiplication: -1, 0 or 1. Throws where b or d is zero. */
export const compareRatio = (a: Decimal, b: Decimal, c: Decimal, d: Decimal): -1 | 0 | 1 => {
  if (isZero(b) || isZero(d)) {
    throw new Error('A ratio to zero cannot be compared.');
  }
  return compareWholes(inUnitsOf({ numerator: a, denominator: b }, 0), inUnitsOf({ numerator: c, denominator: d }, 0));
};

/**
 * Sorts by an exact ratio, the smallest first; what is the same keeps its order. Each is read as whole numbers once, so many
 * thousands take milliseconds.
 */
export const sortedByRatio = <Item>(items: readonly Item[], ratioIn: (item: Item) => Ratio): readonly Item[] =>
  items
    .map((item) => ({ item, whole: inUnitsOf(ratioIn(item), 0) }))
    .sort((a, b) => compareWholes(a.whole, b.whole))
    .map(({ item }) => item);
