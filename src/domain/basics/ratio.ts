import { isZero, type Decimal } from './decimal.js';

/** A quotient kept as its two exact parts, for most quotients have no end as a decimal. The denominator is not zero. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** The ratio of two decimals; null to zero. */
export const ratioOf = (numerator: Decimal, denominator: Decimal): Ratio | null =>
  isZero(denominator) ? null : { numerator, denominator };

const digitsAfterPoint = (value: Decimal): number => value.split('.')[1]?.length ?? 0;

/** The value times 10^digits, for at least as many digits as it has after the point: only the point moves. */
const scaled = (value: Decimal, digits: number): bigint =>
  BigInt(value.replace('.', '') + '0'.repeat(digits - digitsAfterPoint(value)));

const inUnitsOf = (ratio: Ratio, places: number): readonly [bigint, bigint] => {
  const digits = Math.max(digitsAfterPoint(ratio.numerator), digitsAfterPoint(ratio.denominator));
  const numerator = scaled(ratio.numerator, digits + places);
  const denominator = scaled(ratio.denominator, digits);
  return denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
};

const asDecimal = (units: bigint, places: number): Decimal => {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${sign}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}` as Decimal;
};

/**
 * How many whole units of 10^-places fit below the ratio (rounded towards minus infinity), and what is left over as a part
 * of one more unit, exact: 0 or more, less than 1, and comparable between ratios.
 */
export const floorOfRatio = (ratio: Ratio, places: number): { readonly units: bigint; readonly rest: Ratio } => {
  const [numerator, denominator] = inUnitsOf(ratio, places);
  const rest = ((numerator % denominator) + denominator) % denominator;
  return {
    units: (numerator - rest) / denominator,
    rest: { numerator: asDecimal(rest, 0), denominator: asDecimal(denominator, 0) },
  };
};

/**
 * The ratio as a decimal with exactly `places` digits after the point, rounded once and from the exact value, a half away
 * from zero: 2/3 with one place is `0.7`.
 */
export const roundRatio = (ratio: Ratio, places: number): Decimal => {
  const [numerator, denominator] = inUnitsOf(ratio, places);
  const size = numerator < 0n ? -numerator : numerator;
  const units = (size * 2n + denominator) / (denominator * 2n);
  return asDecimal(numerator < 0n ? -units : units, places);
};

/**
 * Sorts by an exact ratio, the smallest first; what is the same keeps its order. Each is read as whole numbers once, so many
 * thousands take milliseconds.
 */
export const sortedByRatio = <Item>(items: readonly Item[], ratioIn: (item: Item) => Ratio): readonly Item[] =>
  items
    .map((item) => ({ item, whole: inUnitsOf(ratioIn(item), 0) }))
    .sort(
      ({ whole: [a, wholeA] }, { whole: [b, wholeB] }) =>
        Number(a * wholeB > b * wholeA) - Number(a * wholeB < b * wholeA),
    )
    .map(({ item }) => item);
