import type { OperationName, World } from '../operations/operation.js';

/** What is sent to a contestant. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** As JSON; null: none. */
  readonly body: unknown;
}

/** What of an answer must be the same of all contestants, in one form. */
export type Told = unknown;

/** How one of those who are measured beside one another is asked, and what it answered in one form for all. */
export interface Dialect {
  /** The operations it has. */
  readonly asks: Partial<Readonly<Record<OperationName, (world: World, n: number) => Asked>>>;
  /** Reads the body of an answer; throws where it is no success. */
  readonly told: (name: OperationName, body: unknown) => Told;
  /** Where the page after this one of the board begins; null at the end. */
  readonly nextCursor: (body: unknown) => string | null;
}

/** Sums and instants in one form. */
export const number = (value: unknown): number => Math.round(Number(value) * 1e6) / 1e6;
export const instant = (value: unknown): number => Date.parse(String(value));
export const sorted = <T>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
