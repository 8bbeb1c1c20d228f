/** A source of numbers from 0 to below 1. */
export type Chance = () => number;

/** The mulberry32 generator: the same seed gives the same numbers on every machine, so the sample is the same everywhere. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** One of the choices, each as likely as the others. Throws where there is none. */
export const oneOf = <T>(choices: readonly T[], chance: Chance): T => {
  const choice = choices[Math.floor(chance() * choices.length)];
  if (choice === undefined) {
    throw new Error('There is nothing to choose from.');
  }
  return choice;
};

/** A whole number from `low` to `high`, both included. */
export const between = (low: number, high: number, chance: Chance): number =>
  low + Math.floor(chance() * (high - low + 1));
