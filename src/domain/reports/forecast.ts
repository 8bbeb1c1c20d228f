import { counted } from '../gates/criteria/wording.js';
import type { MonthOfExits } from './exit-history.js';
import type { Steps } from './steps.js';
import { oddsOfMissing } from './waiting-time.js';

/** Of fewer months nothing is foretold. */
export const ENOUGH_MONTHS = 8;

/** So many exits are asked for at most. */
export const MOST_EXITS = 1_000;

/** So far ahead is looked, and no further. */
export const HORIZON_MONTHS = 1_200;

const PERCENTS = [50, 85, 95] as const;

export interface Forecast {
  readonly exits: number;
  readonly enoughHistory: boolean;
  /** The least number of months within which so many exits come with a chance of at least 50, 85 and 95 percent. */
  readonly p50Months: number | null;
  readonly p85Months: number | null;
  readonly p95Months: number | null;
  readonly history: readonly MonthOfExits[];
  /** The same as a sentence with its numbers. */
  readonly explanation: string;
}

/**
 * The first month within which `exits` exits come with a chance of at least `percent`, from `earliest` on; null beyond the
 * horizon. The chance only rises with the months, so the first one is looked for by doubling and halving.
 */
function* monthsUntil(
  history: readonly number[],
  exits: number,
  percent: number,
  earliest: number,
): Steps<number | null> {
  function* isReached(months: number): Steps<boolean> {
    const { misses, all } = yield* oddsOfMissing(history, exits, months);
    yield;
    return misses * 100n <= BigInt(100 - percent) * all;
  }
  let missed = earliest - 1;
  let reached = earliest;
  while (!(yield* isReached(reached))) {
    if (reached === HORIZON_MONTHS) {
      return null;
    }
    missed = reached;
    reached = Math.min(reached * 2, HORIZON_MONTHS);
  }
  while (reached - missed > 1) {
    const middle = Math.floor((missed + reached) / 2);
    if (yield* isReached(middle)) {
      reached = middle;
    } else {
      missed = middle;
    }
  }
  return reached;
}

function* percentilesOf(history: readonly number[], exits: number): Steps<readonly (number | null)[]> {
  const found: (number | null)[] = [];
  let earliest: number | null = history.some((each) => each > 0) ? 1 : null;
  for (const percent of PERCENTS) {
    // What a lower chance is not reached with by the horizon, a higher one is not either.
    earliest = earliest === null ? null : yield* monthsUntil(history, exits, percent, earliest);
    found.push(earliest);
  }
  return found;
}

/**
 * How many months it takes until so many more initiatives enter the first PRODUCTION stage, by the portfolio's own monthly
 * exits: the exact distribution of the number of months, when each month to come is one of the history drawn with
 * replacement. Not simulated: the same history, in whatever order, gives the same answer.
 *
 * `exits` is a whole number from 1 to 1,000. Null where the history has fewer than eight months, where nobody arrived in any
 * of them, and beyond 1,200 months.
 */
export function* forecastOf(history: readonly MonthOfExits[], exits: number): Steps<Forecast> {
  const enoughHistory = history.length >= ENOUGH_MONTHS;
  const drawn = history.map((month) => month.exits);
  const [p50Months = null, p85Months = null, p95Months = null] = enoughHistory
    ? yield* percentilesOf(drawn, exits)
    : [];
  const figures = { exits, enoughHistory, p50Months, p85Months, p95Months, history };
  return { ...figures, explanation: explanationOf(figures) };
}

const within = (months: number | null): string =>
  months === null ? `not within ${HORIZON_MONTHS} months` : `within ${counted(months, 'month')}`;

const explanationOf = ({ exits, enoughHistory, history, ...months }: Omit<Forecast, 'explanation'>): string => {
  const span = `${history.at(0)?.month} to ${history.at(-1)?.month}`;
  if (!enoughHistory) {
    return history.length === 0
      ? `There is no whole month of history yet, and a forecast takes at least ${ENOUGH_MONTHS}.`
      : `There ${history.length === 1 ? 'is 1 whole month' : `are ${history.length} whole months`} of history (${span}), and a forecast takes at least ${ENOUGH_MONTHS}.`;
  }
  const seen = history.reduce((sum, month) => sum + month.exits, 0);
  const basis = `${counted(seen, 'exit')} to production in the ${history.length} months ${span}`;
  return seen === 0
    ? `With ${basis} there is nothing to go by.`
    : `By the ${basis}, ${exits} more ${exits === 1 ? 'comes' : 'come'} ${within(months.p50Months)} with a chance of 50 %, ${within(months.p85Months)} with 85 %, ${within(months.p95Months)} with 95 %.`;
};
