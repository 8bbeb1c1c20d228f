export type Say = (line: string) => void;

const SLOW_MS = 1_000;

/** Tells of a step that takes over a second, while it runs and when it is done. */
export const timed = async <T>(say: Say, step: string, work: () => Promise<T>): Promise<T> => {
  const begun = Date.now();
  const timer = setTimeout(() => {
    say(`${step} ...`);
  }, SLOW_MS);
  try {
    const result = await work();
    if (Date.now() - begun > SLOW_MS) {
      say(`${step}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
};
