import { compare, type Decimal } from '../../basics/decimal.js';
import { roundRatio, type Ratio } from '../../basics/ratio.js';

/** One sentence of several clauses: the first letter is large, and it ends in a full stop. */
export const sentence = (clauses: readonly string[]): string => {
  const text = clauses.join('; ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
};

/** A list as people say it: `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${String(parts.at(-1))}`;

/** A number of things: `1 group`, `2 groups`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A value with its unit: `5.2 %`; the bare value where the unit is empty. */
export const measured = (value: Decimal, unit: string): string => `${value} ${unit}`.trimEnd();

const MOST_PLACES = 10;

/**
 * A percentage that misses its floor, with one decimal, or with as many as it takes (at most 10) not to look as if it
 * reached it: 99.97 under 100 is `99.97`, not `100.0`.
 */
export const percentUnder = (percent: Ratio, floor: Decimal, places = 1): Decimal => {
  const shown = roundRatio(percent, places);
  return compare(shown, floor) < 0 || places === MOST_PLACES ? shown : percentUnder(percent, floor, places + 1);
};
