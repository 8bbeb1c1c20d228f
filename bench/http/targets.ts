import type { Size } from '../sizes.js';
import type { ContestantName } from './contestants/index.js';
import type { OperationName } from './operations/operation.js';

type Peer = Exclude<ContestantName, 'tollgate'>;

/** How many times as fast as a peer the product is to be at M, for 16 clients. */
const AT_M: Partial<Readonly<Record<OperationName, Readonly<Record<Peer, number>>>>> = {
  Q1: { naive: 8, postgraphile: 2.5, bare: 0.65 },
  Q2: { naive: 8, postgraphile: 1.5, bare: 0.4 },
  Q3: { naive: 25, postgraphile: 25, bare: 0.6 },
  M1: { naive: 3, postgraphile: 0.8, bare: 0.4 },
  M2: { naive: 2, postgraphile: 1, bare: 0.5 },
};
const REPORT_AT_L = { naive: 150, postgraphile: 150, bare: 0.6 };

/** The target; null where there is none. */
export const targetOf = (size: Size['name'], operation: OperationName, peer: Peer): number | null => {
  if (size === 'L') {
    return operation === 'Q3' ? REPORT_AT_L[peer] : null;
  }
  return size === 'M' ? (AT_M[operation]?.[peer] ?? null) : null;
};

/** How many times as slow an operation may become from M to L; null where that was not said. */
export const growthTarget = (operation: OperationName): number | null => GROWTH[operation] ?? null;

const GROWTH: Partial<Readonly<Record<OperationName, number>>> = { Q1: 1.3, Q2: 1.3, Q3: 3, M1: 1.3, M2: 1.3 };

export const MOST_P99_OF_P50 = 4;
export const MOST_IDLE_MEGABYTES = 250;
export const MOST_READY_MS = 3_000;
