import { invalid, type Refusal } from './result.js';
import { unreadable } from './text.js';

const LONGEST_REASON = 4_000;

/** Whoever undoes or stops something says why, in 1 to 4,000 characters that can be seen: else INVALID on `reason`. */
export const checkReason = (reason: string): readonly Refusal[] => {
  const problem = unreadable('reason', reason, LONGEST_REASON);
  return problem === null ? [] : [invalid(['reason'], problem)];
};
