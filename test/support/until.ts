const POLL_MS = 20;

/** Waits until something is so, and no longer than the deadline: then it fails and says what was waited for. */
export const until = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  deadlineMs = 60_000,
): Promise<void> => {
  const end = Date.now() + deadlineMs;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`${what}: waited for ${deadlineMs} ms in vain`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};
