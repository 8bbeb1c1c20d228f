const POLL_MS = 500;

/**
 * Calls once when npm, which started us, is gone: npm passes a SIGTERM on to the shell between us alone, so we would run on unseen.
 * Started by hand, as with nohup, we may outlive who started us.
 * @param {() => void} act
 * @returns {() => void} stops watching
 */
export const whenOrphaned = (act) => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') {
    return () => undefined;
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(watch);
      act();
    }
  }, POLL_MS);
  watch.unref();
  return () => clearInterval(watch);
};
