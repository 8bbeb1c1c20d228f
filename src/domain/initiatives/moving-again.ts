import type { Refusal } from '../basics/result.js';
import type { InitiativeStatus } from './initiative.js';

/** An initiative that is ON_HOLD can be resumed, and no other: else WRONG_STATE (law 11). */
export const mayResume = (status: InitiativeStatus): readonly Refusal[] =>
  status === 'ON_HOLD'
    ? []
    : [{ code: 'WRONG_STATE', message: `The initiative is ${status}; only one that is ON_HOLD can be resumed.` }];

/** A KILLED initiative can be reopened, at the stage it stood in, and nothing else leads out of KILLED: else WRONG_STATE. */
export const mayReopen = (status: InitiativeStatus): readonly Refusal[] =>
  status === 'KILLED'
    ? []
    : [{ code: 'WRONG_STATE', message: `The initiative is ${status}; only one that is KILLED can be reopened.` }];
