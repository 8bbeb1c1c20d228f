/** What a measurement of milliseconds comes to. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
};

export const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Does things by turns, so that whatever slows the machine down meets all of them, and tells the milliseconds of each. */
export const byTurns = async <Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Readonly<Record<Name, Spread>>> => {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) {
    await works[name]();
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      taken.get(name)?.push(await millisecondsOf(works[name]));
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(taken.get(name) ?? [])])) as Record<Name, Spread>;
};
