import { bin, max, nice, quantile, ticks } from 'd3-array';

// Where things stand in a chart, as plain functions of numbers: everything here is tried without a browser.

/** Above so many marks a column of single ones is a smear, and counts by bins say more. */
export const MOST_MARKS = 40;

/** So many initiatives of a column, from `from` days up to `to`, without `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts of days in about `wanted` bins of round widths; empty ones too, none of nothing. */
export const binsOf = (days: readonly number[], wanted = 12): Bin[] => {
  const most = max(days) ?? 0;
  return days.length === 0
    ? []
    : bin()
        .domain([0, niceTop(most)])
        .thresholds(wanted)(days)
        .map((found) => ({ from: found.x0 ?? 0, to: found.x1 ?? 0, count: found.length }));
};

/** The round number at which an axis from 0 ends that has room for `most`; 10 at the least. */
export const niceTop = (most: number): number => Math.max(10, nice(0, Math.max(most, 1), 5)[1]);

/**
 * The round number at which the axis of days ends: with room for what each column has at `least` to show, for all of a few and for all
 * but the longest twentieth of a crowd.
 */
export const endOfDays = (columns: readonly { readonly days: readonly number[]; readonly least: number }[]): number =>
  niceTop(
    max(columns, ({ days, least }) =>
      Math.max(least, (days.length > MOST_MARKS ? quantile(days, 0.95) : max(days)) ?? 0),
    ) ?? 0,
  );

/** The round numbers of an axis from 0 to `top`, about five. */
export const stepsTo = (top: number): number[] => ticks(0, top, 5);

/**
 * Keeps labels apart: each gets the place nearest to the one wanted at which it is at least `apart` from its neighbours and between
 * `low` and `high`. The order stays. Where they do not all fit they are spread evenly over what there is.
 */
export const placeLabels = (wanted: readonly number[], apart: number, low: number, high: number): number[] => {
  const labels = wanted.map((want) => ({ want, at: Math.min(high, Math.max(low, want)) }));
  const ordered = labels.toSorted((one, other) => one.want - other.want);
  const gap = Math.min(apart, ordered.length > 1 ? (high - low) / (ordered.length - 1) : apart);
  let least = -Infinity;
  for (const label of ordered) {
    label.at = Math.max(label.at, least);
    least = label.at + gap;
  }
  let most = high;
  for (const label of ordered.toReversed()) {
    label.at = Math.min(label.at, most);
    most = label.at - gap;
  }
  return labels.map(({ at }) => at);
};

/**
 * Marks of one column side by side where they would lie on each other: for each height the distance from the middle, as near to it
 * as there is room, and never further than `reach`.
 */
export const besideEachOther = (heights: readonly number[], size: number, reach: number): number[] => {
  const marks = heights.map((y) => ({ y, x: 0 }));
  const taken: { x: number; y: number }[] = [];
  for (const mark of marks.toSorted((one, other) => one.y - other.y)) {
    for (let step = 1; isTaken(taken, mark.x, mark.y, size) && Math.abs(mark.x) <= reach; step += 1) {
      mark.x = (step % 2 === 1 ? 1 : -1) * Math.ceil(step / 2) * size;
    }
    mark.x = Math.max(-reach, Math.min(reach, mark.x));
    taken.push(mark);
  }
  return marks.map(({ x }) => x);
};

const isTaken = (taken: readonly { x: number; y: number }[], x: number, y: number, size: number): boolean =>
  taken.some((other) => Math.abs(other.x - x) < size && Math.abs(other.y - y) < size);

/** Parts on each other from the ground up: where each begins and ends. */
export const stackOf = (parts: readonly number[]): { readonly from: number; readonly to: number }[] => {
  let ground = 0;
  return parts.map((part) => {
    const from = ground;
    ground += part;
    return { from, to: ground };
  });
};

/** A text in at most `most` characters, cut with an ellipsis; the whole of it has to stand in the title of its mark. */
export const shortOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
