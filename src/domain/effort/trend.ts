import { compare, isNegative, isZero, negate, roundHalfUp, subtract, sum, type Decimal } from '../basics/decimal.js';
import { headlineOf, offTarget, sideOf, visible } from './headline.js';
import type { Period } from './periods.js';
import type { AllocationScheme } from './scheme.js';
import { splitEffort, type EffortShare, type EffortSum, type SplitFigures } from './split-effort.js';

/** The share of a category in a period, and how it moved. */
export interface TrendShare extends EffortShare {
  /** The percent less that of the period before, in percentage points; null where either has none. */
  readonly changePoints: Decimal | null;
}

/** The effort of one period against the scheme in force on its last day. */
export interface TrendPeriod extends Omit<SplitFigures, 'shares'>, Period {
  readonly scheme: AllocationScheme;
  readonly shares: readonly TrendShare[];
}

/** What a period is made of. */
export interface PeriodEffort {
  readonly period: Period;
  readonly scheme: AllocationScheme;
  readonly rows: readonly EffortSum[];
}

/**
 * The split of every period in its order, empty ones too, each by its own yardstick. A share is compared with that of the same
 * category in the period right before, as both are shown; a category that was not there has no change.
 */
export const trendOf = (efforts: readonly PeriodEffort[]): readonly TrendPeriod[] => {
  const periods: TrendPeriod[] = [];
  for (const { period, scheme, rows } of efforts) {
    const before = periods.at(-1);
    const { shares, ...figures } = splitEffort({ rows, scheme });
    periods.push({
      ...period,
      ...figures,
      scheme,
      shares: shares.map((share) => ({ ...share, changePoints: changeOf(share, before) })),
    });
  }
  return periods;
};

const percentIn = (period: TrendPeriod | undefined, categoryKey: string): Decimal | null =>
  period?.shares.find(({ category }) => category.key === categoryKey)?.percent ?? null;

const changeOf = ({ category, percent }: EffortShare, before: TrendPeriod | undefined): Decimal | null => {
  const earlier = percentIn(before, category.key);
  return percent === null || earlier === null ? null : roundHalfUp(subtract(percent, earlier), 1);
};

const isJudged = ({ shares }: TrendPeriod): boolean => shares.every(({ verdict }) => verdict !== 'INSUFFICIENT_DATA');

/**
 * What a trend says, as one sentence: how the category that is furthest off in the last period with a verdict got there from the
 * first period with one; where everything is within its tolerance, the category that moved most. Where no two periods can be
 * compared it says so, and what the one that can be judged says.
 */
export const trendHeadlineOf = (periods: readonly TrendPeriod[]): string => {
  const judged = periods.filter(isJudged);
  const last = judged.at(-1);
  if (!last) {
    return withoutVerdict(periods);
  }
  const [worst] = offTarget(last.shares);
  const moves = judged
    .slice(0, -1)
    .flatMap((first) => movesBetween(first, last))
    .filter(({ share }) => worst === undefined || share.category.key === worst.category.key);
  // The first period that can be compared, and of one period the largest move.
  const begin = moves[0]?.first;
  const [move] = moves.filter(({ first }) => first === begin).toSorted((a, b) => compare(size(b), size(a)));
  if (!move) {
    return `Of ${last.label} alone: ${headlineOf(last)}`;
  }
  const { first, share, points } = move;
  const went = `${share.category.name} went from ${String(percentIn(first, share.category.key))} % in ${first.label} to ${String(share.percent)} % in ${last.label} (${signed(points)} points)`;
  if (worst === undefined) {
    return `${went}, and everything is within its tolerance there.`;
  }
  const off = visible(worst, sum(last.shares.map(({ personDays }) => personDays)));
  return `${went}, and is ${off.points} points ${sideOf(worst)} its target of ${worst.category.targetPercent} % there.`;
};

interface Move {
  readonly first: TrendPeriod;
  readonly share: TrendShare;
  readonly points: Decimal;
}

const movesBetween = (first: TrendPeriod, last: TrendPeriod): readonly Move[] =>
  last.shares.flatMap((share) => {
    const points = changeOf(share, first);
    return points === null ? [] : [{ first, share, points }];
  });

const size = ({ points }: Move): Decimal => (isNegative(points) ? negate(points) : points);

const signed = (points: Decimal): string => (isNegative(points) ? points : `+${points}`);

const withoutVerdict = (periods: readonly TrendPeriod[]): string => {
  const withEffort = periods.filter(({ personDays }) => !isZero(personDays)).length;
  if (withEffort === 0) {
    return 'No effort is booked in any of these periods.';
  }
  return withEffort === 1
    ? 'The one period with effort has too little of it categorised for a verdict.'
    : `None of the ${withEffort} periods with effort has enough of it categorised for a verdict.`;
};
