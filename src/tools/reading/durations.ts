import { compare, decimal, isNegative, multiply, roundHalfUp, type Decimal } from '../../domain/basics/decimal.js';
import { wholeAt, type Path } from './json.js';

const SECONDS_OF_AN_HOUR = decimal('3600');
// What the API can show of a number of seconds: 68 years.
const MOST = 2_147_483_647;

/** Why a running total is not taken in that is told and is none; it is said on the delivery. */
export const OUT_OF_RANGE = 'the running total of time spent is below none or beyond 68 years, and is left out';

/** Whole seconds of a number of hours, a half rounded up: 6.5 is 23400. Null below none and beyond 68 years. */
export const secondsOfHours = (hours: Decimal): number | null => {
  const seconds = roundHalfUp(multiply(hours, SECONDS_OF_AN_HOUR), 0);
  return isNegative(seconds) || compare(seconds, decimal(String(MOST))) > 0 ? null : Number(seconds);
};

/** A duration in whole seconds; null where none stands, below none and beyond 68 years. */
export const secondsAt = (json: unknown, ...path: Path): number | null => {
  const seconds = wholeAt(json, ...path);
  return seconds === null || seconds < 0 || seconds > MOST ? null : seconds;
};
