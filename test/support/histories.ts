import fc from 'fast-check';

/** How many histories of how many steps are lived, and when no further one is begun. */
export interface Extent {
  readonly minLength: number;
  readonly maxLength: number;
  readonly numRuns: number;
  readonly interruptAfterTimeLimit: number;
}

/**
 * Holds a law to random histories: `live` carries out the steps of one, checks the law, and answers with the verbs that were
 * accepted. The seed and how often each verb was accepted are printed; TOLLGATE_SEED lives the same histories again.
 */
export const liveHistories = async <Step>(
  name: string,
  step: fc.Arbitrary<Step>,
  live: (steps: readonly Step[]) => Promise<readonly string[]>,
  { minLength, maxLength, ...extent }: Extent,
): Promise<void> => {
  const seed = Number(process.env['TOLLGATE_SEED'] ?? Date.now() % 2 ** 31);
  const counts = new Map<string, number>();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength, maxLength }), async (steps) => {
        for (const verb of await live(steps)) {
          counts.set(verb, (counts.get(verb) ?? 0) + 1);
        }
      }),
      { ...extent, seed },
    );
  } finally {
    const told = [...counts].map(([verb, count]) => `${verb} ${count}`).join(', ');
    process.stdout.write(`${name} of seed ${seed} (TOLLGATE_SEED): ${told}\n`);
  }
};
