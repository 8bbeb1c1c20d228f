/** What is in the portfolio that is asked about, as far as who asks must know it. */
export interface World {
  readonly portfolioKey: string;
  readonly initiatives: readonly { readonly id: string; readonly key: string }[];
  /** Where pages of the board begin, as the contestant itself names these places; null: the first page. */
  readonly cursors: readonly (string | null)[];
  /** The user in whose name peers write that have no sign-in. */
  readonly actorId: string;
  /** Tells the writes of one contestant and run from all others. */
  readonly run: string;
}

/** The board, an initiative, the report (and the same from the ledger, where somebody has both), the funnel, evidence, worklogs. */
export const OPERATION_NAMES = ['Q1', 'Q2', 'Q3', 'Q3raw', 'F', 'M1', 'M2'] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

/** A GraphQL document, and what is asked by it the nth time: each time of something else. */
export interface Operation {
  readonly query: string;
  readonly variables: (world: World, n: number) => Readonly<Record<string, unknown>>;
}

const STRIDE = 7_919;

/** The nth of some things, in an order that knows no neighbours. */
export const nthOf = <T>(things: readonly T[], n: number): T => {
  const thing = things[(n * STRIDE) % things.length];
  if (thing === undefined) {
    throw new Error('There is nothing to ask about.');
  }
  return thing;
};
