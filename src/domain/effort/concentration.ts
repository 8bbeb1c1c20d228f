import { add, compare, decimal, isPositive, sum, ZERO, type Decimal } from '../basics/decimal.js';
import { roundRatio, sortedByRatio } from '../basics/ratio.js';
import { listed } from '../gates/criteria/wording.js';
import { percentOf } from './category-share.js';

/** Effort of an initiative in person-days; several rows of one are added. */
export interface InitiativeEffort {
  /** The initiative's key. */
  readonly key: string;
  readonly personDays: Decimal;
}

/** How few initiatives hold most of some effort. */
export interface Concentration {
  /** How many it takes to hold at least half; 0 where there is no effort. */
  readonly holders: number;
  /** How many have any of it. */
  readonly of: number;
  /** What the holders hold together, in percent with one decimal; null where there is no effort. */
  readonly percent: Decimal | null;
  /** The holders, the one with most first. */
  readonly initiativeKeys: readonly string[];
}

const MOST_TOLD = 5;
const ONE = decimal('1');

/** The effort of each initiative that has any, the most first; on a tie by key. */
const byEffort = (rows: readonly InitiativeEffort[]): readonly InitiativeEffort[] => {
  const total = new Map<string, Decimal>();
  for (const { key, personDays } of rows) {
    total.set(key, add(total.get(key) ?? ZERO, personDays));
  }
  const initiatives = [...total]
    .map(([key, personDays]) => ({ key, personDays }))
    .filter(({ personDays }) => isPositive(personDays))
    .sort((a, b) => (a.key < b.key ? 1 : -1));
  return sortedByRatio(initiatives, ({ personDays }) => ({ numerator: personDays, denominator: ONE })).toReversed();
};

/**
 * The smallest number of initiatives that hold at least half of some effort, exactly half being enough: those who can change
 * the picture, so a reviewer talks to them first. They are the ones with most; on a tie the key that comes first decides.
 */
export const concentrationOf = (rows: readonly InitiativeEffort[]): Concentration => {
  const initiatives = byEffort(rows);
  const all = sum(initiatives.map(({ personDays }) => personDays));
  const holders: string[] = [];
  let held: Decimal = ZERO;
  for (const { key, personDays } of initiatives) {
    if (compare(add(held, held), all) >= 0) {
      break;
    }
    held = add(held, personDays);
    holders.push(key);
  }
  const percent = percentOf(held, all);
  return {
    holders: holders.length,
    of: initiatives.length,
    percent: percent && roundRatio(percent, 1),
    initiativeKeys: holders,
  };
};

/** The same as a sentence: `3 of 17 initiatives hold 71.0 % of Algorithms: CLAIMS-4, CLAIMS-1 and CLAIMS-9.` At most five are named. */
export const toldConcentration = (what: string, { holders, of, percent, initiativeKeys }: Concentration): string => {
  if (percent === null) {
    return `No initiative has effort on ${what}.`;
  }
  const untold = holders - MOST_TOLD;
  const named = listed([...initiativeKeys.slice(0, MOST_TOLD), ...(untold > 0 ? [`${untold} more`] : [])]);
  return of === 1
    ? `The 1 initiative with effort on ${what} holds all of it: ${named}.`
    : `${holders} of ${of} initiatives ${holders === 1 ? 'holds' : 'hold'} ${percent} % of ${what}: ${named}.`;
};
