import type { CalendarDate } from '../basics/calendar-date.js';
import {
  compare,
  decimal,
  formatDecimal,
  isNegative,
  isPositive,
  isZero,
  multiply,
  negate,
  roundHalfUp,
  subtract,
  sum,
  HUNDRED,
  type Decimal,
} from '../basics/decimal.js';
import { roundRatio, type Ratio } from '../basics/ratio.js';
import { listed, percentUnder } from '../gates/criteria/wording.js';
import { percentOf } from './category-share.js';
import type { Yardstick } from './scheme.js';
import type { EffortShare, SplitFigures } from './split-effort.js';

/** What a headline is made of: the figures of a period, and what they are judged by. */
export interface JudgedEffort extends Pick<SplitFigures, 'personDays' | 'uncategorizedPersonDays' | 'shares'> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly scheme: Pick<Yardstick, 'coverageFloorPercent'>;
}

const HUNDREDTH = decimal('0.01');
const MOST_PLACES = 10;
const MOST_TOLD = 4;

/**
 * What a report of effort says, as one sentence with its numbers. The category furthest off its target comes first, by exact
 * values, then the others that are off, at most four in all; on a tie the scheme's order decides. With everything within its
 * tolerance it says so, below the coverage floor what is missing for a verdict and what to do, and of no effort that there is none.
 */
export const headlineOf = (effort: JudgedEffort): string => {
  const { personDays, uncategorizedPersonDays, shares } = effort;
  if (isZero(personDays)) {
    return `No effort is booked from ${effort.from} through ${effort.to}.`;
  }
  if (shares.some(({ verdict }) => verdict === 'INSUFFICIENT_DATA')) {
    return withoutVerdict(effort);
  }
  const categorised = subtract(personDays, uncategorizedPersonDays);
  const off = offTarget(shares);
  return off.length === 0 ? allWithin(shares) : furthestOff(off, categorised);
};

/** A share that is outside of its tolerance. */
export type OffShare = EffortShare & { readonly percent: Decimal };

/** The categories that are UNDER or OVER, the furthest off first, by exact values; on a tie in the order given. */
export const offTarget = (shares: readonly EffortShare[]): readonly OffShare[] => {
  const categorised = sum(shares.map(({ personDays }) => personDays));
  const distance = ({ personDays, category }: EffortShare): Decimal =>
    absolute(subtract(multiply(personDays, HUNDRED), multiply(category.targetPercent, categorised)));
  return shares
    .filter((share): share is OffShare => ['UNDER', 'OVER'].includes(share.verdict) && share.percent !== null)
    .toSorted((a, b) => compare(distance(b), distance(a)));
};

/** Where an UNDER or OVER share is, in words: `50.0 points under its target`. */
export const sideOf = ({ verdict }: OffShare): string => (verdict === 'UNDER' ? 'under' : 'over');

const absolute = (value: Decimal): Decimal => (isNegative(value) ? negate(value) : value);

const withoutVerdict = ({ personDays, uncategorizedPersonDays, scheme }: JudgedEffort): string => {
  const floor = scheme.coverageFloorPercent;
  const categorised = subtract(personDays, uncategorizedPersonDays);
  const missing = subtract(multiply(multiply(floor, personDays), HUNDREDTH), categorised);
  const coverage = percentOf(categorised, personDays);
  return coverage !== null && isPositive(missing)
    ? `Too little is categorised for a verdict: ${percentUnder(coverage, floor)} % of ${personDays} person-days, where ${floor} % are asked for; give a category to at least ${formatDecimal(missing)} of the ${uncategorizedPersonDays} person-days without one.`
    : `None of the ${personDays} person-days has a category, so there is no verdict: give them one.`;
};

const allWithin = (shares: readonly EffortShare[]): string =>
  `Everything is within its tolerance: ${listed(
    shares.map(
      ({ category, percent }) => `${category.name} has ${String(percent)} % (target ${category.targetPercent} %)`,
    ),
  )}.`;

const furthestOff = (off: readonly OffShare[], categorised: Decimal): string => {
  const told = off.slice(0, MOST_TOLD).map((share, position) => {
    const { percent, points } = visible(share, categorised);
    const { name, targetPercent } = share.category;
    const how = `${name} is ${points} points ${sideOf(share)}`;
    return position === 0 ? `${how} its target, ${percent} % instead of ${targetPercent} %` : how;
  });
  const untold = off.length - told.length;
  const more = untold > 0 ? [`${untold} more ${untold === 1 ? 'is' : 'are'} off`] : [];
  const clauses = [...told.slice(0, 1), listed([...told.slice(1), ...more])];
  return `${clauses.filter((clause) => clause !== '').join('; ')}.`;
};

interface Visible {
  readonly percent: Decimal;
  readonly points: Decimal;
}

/**
 * A share and how far off it is, with the decimal the report shows, or with as many as it takes (at most 10) not to look as
 * if it were within: 64.96 under 65 is 5.04 points off 70, not 5.0.
 */
export const visible = ({ personDays, percent, category }: OffShare, categorised: Decimal): Visible => {
  const exact: Ratio = { numerator: multiply(personDays, HUNDRED), denominator: categorised };
  const told = (shown: Decimal, places: number): Visible => {
    const points = roundHalfUp(absolute(subtract(shown, category.targetPercent)), places);
    return compare(points, category.tolerancePoints) > 0 || places === MOST_PLACES
      ? { percent: shown, points }
      : told(roundRatio(exact, places + 1), places + 1);
  };
  return told(percent, 1);
};
