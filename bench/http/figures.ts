import type { Size } from '../sizes.js';
import type { ContestantName } from './contestants/index.js';
import type { OperationName } from './operations/operation.js';

export const CLIENTS = [1, 16] as const;
export type Clients = (typeof CLIENTS)[number];

/** How a contestant answered an operation for so many clients. */
export interface Cell {
  readonly size: Size['name'];
  readonly operation: OperationName;
  readonly contestant: ContestantName;
  readonly clients: Clients;
  /** Good answers a second, of each round. */
  readonly rates: readonly number[];
  /** Milliseconds of all rounds together. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answered: number;
  readonly failed: number;
  readonly complaint: string | null;
}

/** What it takes to have a contestant there at all. */
export interface Keep {
  readonly size: Size['name'];
  readonly contestant: ContestantName;
  readonly readyAfterMs: number;
  /** MB resident. */
  readonly idle: number;
  readonly afterLoad: number;
}

export interface Figures {
  readonly cells: readonly Cell[];
  readonly keeps: readonly Keep[];
  /** Who was not there, and why. */
  readonly absent: Partial<Readonly<Record<ContestantName, string>>>;
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
};

/** How many times as fast one was as another, round by round: the median, the least and the most. */
export const ratioOf = (
  of: Pick<Cell, 'rates'>,
  to: Pick<Cell, 'rates'>,
): { readonly median: number; readonly low: number; readonly high: number } => {
  const ratios = of.rates.map((rate, round) => rate / (to.rates[round] ?? Number.NaN));
  return { median: medianOf(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
};
