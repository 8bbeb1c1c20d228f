import { decimalOf, formatDecimal, type Decimal } from './decimal.js';
import { ratioOf, roundRatio } from './ratio.js';

/** How many of some things took, or are, so many days. */
export interface DayCount {
  /** Whole days, 0 or more. */
  readonly days: number;
  readonly count: number;
}

/** How many they are in all. */
export const countIn = (counts: readonly DayCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** The days of the one in this place, from 1, when all are put in order, the fewest days first; null where there is none. */
const inPlace = (counts: readonly DayCount[], place: number): number | null => {
  let passed = 0;
  for (const { days, count } of counts.toSorted((a, b) => a.days - b.days)) {
    passed += count;
    if (place <= passed) {
      return days;
    }
  }
  return null;
};

/** The median: of an even number of things the mean of the two in the middle, exact, so it may end in `.5`. Null of nothing. */
export const medianOf = (counts: readonly DayCount[]): Decimal | null => {
  const all = countIn(counts);
  const middle = [Math.ceil(all / 2), Math.floor(all / 2) + 1]
    .map((place) => inPlace(counts, place))
    .filter((days) => days !== null);
  const median = ratioOf(decimalOf(middle.reduce((sum, days) => sum + days, 0)), decimalOf(middle.length));
  return median && formatDecimal(roundRatio(median, 1));
};

/** A percentile by nearest rank: always the days of one of them. `percent` is a whole number from 1 to 100; null of nothing. */
export const nearestRankIn = (counts: readonly DayCount[], percent: number): number | null => {
  const hundredths = countIn(counts) * percent + 99;
  // Whole numbers all the way, for a share such as 0.85 is not exact.
  return inPlace(counts, (hundredths - (hundredths % 100)) / 100);
};

/** The most days; null of nothing. */
export const mostDays = (counts: readonly DayCount[]): number | null =>
  counts.reduce<number | null>((most, { days }) => (most === null || days > most ? days : most), null);

/** One count for each number of days; what is less than none is taken off. */
export const summedUp = (counts: readonly DayCount[]): readonly DayCount[] => {
  const sums = new Map<number, number>();
  for (const { days, count } of counts) {
    sums.set(days, (sums.get(days) ?? 0) + count);
  }
  return [...sums].filter(([, count]) => count !== 0).map(([days, count]) => ({ days, count }));
};
