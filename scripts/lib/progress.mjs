const HEARTBEAT_MS = 10_000;

/** @param {number} since */
const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @param {string} line */
export const say = (line) => console.log(`tollgate: ${line}`);

/**
 * Says that a step begins, that it still runs every ten seconds, and how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export const step = async (name, run) => {
  const begun = Date.now();
  say(`${name} ...`);
  const heartbeat = setInterval(() => say(`${name} still runs after ${secondsSince(begun)}`), HEARTBEAT_MS);
  try {
    const result = await run();
    say(`${name}: done in ${secondsSince(begun)}`);
    return result;
  } catch (error) {
    say(`${name}: failed after ${secondsSince(begun)}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
};
