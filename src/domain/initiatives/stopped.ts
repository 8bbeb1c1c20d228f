import type { Refusal } from '../basics/result.js';
import type { Initiative } from './initiative.js';

const STOPPED: readonly Initiative['status'][] = ['KILLED', 'RETIRED'];

/** An initiative that is KILLED or RETIRED takes nothing new: WRONG_STATE, with `what` it does no more, for instance `takes no evidence`. */
export const unlessStopped = (
  { key, status }: Pick<Initiative, 'key' | 'status'>,
  what: string,
  field?: readonly string[],
): readonly Refusal[] =>
  STOPPED.includes(status)
    ? [{ code: 'WRONG_STATE', message: `${key} is ${status} and ${what} any more.`, ...(field ? { field } : {}) }]
    : [];
