import type { Steps } from './steps.js';

/**
 * The exact chance that months drawn with replacement from a history bring fewer exits than are waited for: so many draws
 * of so many, each as likely as any other.
 */
export interface Odds {
  readonly misses: bigint;
  readonly all: bigint;
}

/** How many months of the history had so many exits. */
interface Frequency {
  readonly exits: number;
  readonly months: bigint;
}

const frequenciesIn = (history: readonly number[]): readonly Frequency[] =>
  [...new Set(history)].map((exits) => ({ exits, months: BigInt(history.filter((each) => each === exits).length) }));

/** After so many numbers, of up to 5,500 bits each, others get their turn. */
const AT_ONCE = 250;

/**
 * How many sequences of `draws` months bring fewer than `limit` exits. The number of those that bring exactly so many is a
 * coefficient of a power of a polynomial, and follows from those before it. The least exits of a month must be 0.
 */
function* sequencesBelow(frequencies: readonly Frequency[], draws: number, limit: number): Steps<bigint> {
  const none = frequencies.reduce((sum, { exits, months }) => (exits === 0 ? sum + months : sum), 0n);
  const sequences = [none ** BigInt(draws)];
  for (let sum = 1; sum < limit; sum += 1) {
    let total = 0n;
    for (const { exits, months } of frequencies) {
      // Of months without exits there is none before it: what they bring stands in the factor and the divisor.
      const before = sequences[sum - exits];
      if (before !== undefined) {
        total += BigInt(exits * (draws + 1) - sum) * months * before;
      }
    }
    sequences.push(total / (BigInt(sum) * none));
    if (sum % AT_ONCE === 0) {
      yield;
    }
  }
  return sequences.reduce((sum, each) => sum + each, 0n);
}

/**
 * The odds that `draws` months bring fewer than `exits` exits. `history` is the exits of at least one month, each 0 or more;
 * `exits` and `draws` are 1 or more. Whole numbers of any size, so nothing is rounded, and the order of the months says nothing.
 */
export function* oddsOfMissing(history: readonly number[], exits: number, draws: number): Steps<Odds> {
  // What every month brings at least is taken off first.
  const least = Math.min(...history);
  const frequencies = frequenciesIn(history.map((each) => each - least));
  const limit = exits - least * draws;
  const misses = limit > 0 ? yield* sequencesBelow(frequencies, draws, limit) : 0n;
  return { misses, all: BigInt(history.length) ** BigInt(draws) };
}
