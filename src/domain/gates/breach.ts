import type { InitiativeStatus } from '../initiatives/initiative.js';

/**
 * What becomes of an initiative when a condition of it is breached: an ACTIVE one goes ON_HOLD (law 13); one that does not
 * move already stays as it is. A KILLED or RETIRED one owes nothing: its conditions are not breached.
 */
export const onBreach = (status: InitiativeStatus): 'HOLD' | 'MARK' | 'LEAVE' => {
  if (status === 'ACTIVE') {
    return 'HOLD';
  }
  return status === 'ON_HOLD' ? 'MARK' : 'LEAVE';
};
