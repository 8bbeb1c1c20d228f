import { Big } from 'big.js';

/** A decimal number as a text, exact and never with an exponent: `12.50` stays `12.50`. */
export type Decimal = string & { readonly __decimal: unique symbol };

const FORM = /^-?\d{1,20}(?:\.\d{1,10})?$/;
const LEADING_ZEROS = /^(-?)0+(?=\d)/;
const NEGATIVE_ZERO = /^-(?=[0.]+$)/;
const NOTHING = /^[0.]+$/;
const TRAILING_ZEROS = /\.?0+$/;
const HALF_UP = 1;

const exact = (value: Big): Decimal => value.toFixed().replace(NEGATIVE_ZERO, '') as Decimal;

/**
 * Reads a decimal as people and machines write it: an optional minus, at most 20 digits before the point and at most 10
 * after it. Trailing zeros stay (`12.50`), leading ones and the minus of a zero go. Null for all else: an exponent, a
 * plus, `.5`, `5.`, spaces, NaN.
 */
export const parseDecimal = (text: string): Decimal | null =>
  FORM.test(text) ? (text.replace(LEADING_ZEROS, '$1').replace(NEGATIVE_ZERO, '') as Decimal) : null;

/** A decimal constant of the code. Throws where the text is none: that is a programmer's mistake, never a user's. */
export const decimal = (literal: string): Decimal => {
  const parsed = parseDecimal(literal);
  if (parsed === null) {
    throw new Error(`${literal} is not a decimal.`);
  }
  return parsed;
};

export const ZERO = decimal('0');
export const HUNDRED = decimal('100');

/** The decimal of a whole number, for instance of a count. Throws for a number with a fraction, which would not be exact. */
export const decimalOf = (whole: number): Decimal => {
  if (!Number.isSafeInteger(whole)) {
    throw new Error(`${whole} is not a whole number.`);
  }
  return exact(new Big(whole));
};

export const add = (a: Decimal, b: Decimal): Decimal => exact(new Big(a).plus(b));

export const subtract = (a: Decimal, b: Decimal): Decimal => exact(new Big(a).minus(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => exact(new Big(a).times(b));

export const negate = (value: Decimal): Decimal => subtract(ZERO, value);

/** The exact sum; zero of an empty list. */
export const sum = (values: readonly Decimal[]): Decimal => {
  const [first] = values;
  // One alone is not reckoned with: most groups of a report have one row for each category.
  return first !== undefined && values.length === 1
    ? formatDecimal(first)
    : exact(values.reduce((total, value) => total.plus(value), new Big(0)));
};

/** -1, 0 or 1, by value: `12.50` equals `12.5`. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b);

/** Below zero: a zero has no minus, so the text tells. */
export const isNegative = (value: Decimal): boolean => value.startsWith('-');

export const isPositive = (value: Decimal): boolean => !isNegative(value) && !isZero(value);

export const isZero = (value: Decimal): boolean => NOTHING.test(value);

/**
 * Rounds as schools do, a half away from zero (2.45 to 2.5, -2.45 to -2.5), and shows exactly `places` digits after the
 * point (0 to 10): 44 with one place is `44.0`.
 */
export const roundHalfUp = (value: Decimal, places: number): Decimal =>
  new Big(value).round(places, HALF_UP).toFixed(places).replace(NEGATIVE_ZERO, '') as Decimal;

/** A computed value as it is shown: without the zeros at its end that say nothing (`2.500` is `2.5`, `10.0` is `10`). */
export const formatDecimal = (value: Decimal): Decimal =>
  value.includes('.') ? (value.replace(TRAILING_ZEROS, '') as Decimal) : value;
