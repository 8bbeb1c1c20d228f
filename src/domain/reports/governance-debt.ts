import { countIn, mostDays, type DayCount } from '../basics/day-counts.js';

/** What is let go for now and has to be made up for. */
export const DEBT_KINDS = ['PENDING_WAIVER', 'LIVE_WAIVER', 'OPEN_CONDITION', 'BREACHED_CONDITION'] as const;
export type DebtKind = (typeof DEBT_KINDS)[number];

/** How many of a debt are of an age, from and to in days, both included; null: there is no upper end. */
export interface AgeBucket {
  readonly fromDays: number;
  readonly toDays: number | null;
  readonly count: number;
}

const AGES = [
  { fromDays: 0, toDays: 30 },
  { fromDays: 31, toDays: 60 },
  { fromDays: 61, toDays: 90 },
  { fromDays: 91, toDays: null },
] as const;

export interface DebtRow {
  readonly kind: DebtKind;
  readonly count: number;
  /** The four ages, rising; their counts add up to `count`. */
  readonly ages: readonly AgeBucket[];
  /** Null where there is none. */
  readonly oldestDays: number | null;
}

/**
 * A row for each kind of governance debt, from how many of each are how many days old: a waiver since it was requested, a
 * condition since it was made. Days are midnights passed in the portfolio's zone.
 */
export const debtRowsOf = (counts: readonly (DayCount & { readonly kind: DebtKind })[]): readonly DebtRow[] =>
  DEBT_KINDS.map((kind) => {
    const own = counts.filter((each) => each.kind === kind);
    const ages = AGES.map(({ fromDays, toDays }) => ({
      fromDays,
      toDays,
      count: countIn(own.filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays))),
    }));
    return { kind, count: countIn(own), ages, oldestDays: mostDays(own) };
  });
