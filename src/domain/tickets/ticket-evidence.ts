import type { StatusCategory } from './ticket.js';

/** What a ticket comes to as evidence. */
export interface TicketStanding {
  readonly statusCategory: StatusCategory;
  readonly isDeleted: boolean;
}

/**
 * What a change of a ticket does to a criterion it is linked to: to be done is evidence; anything else than done withdraws
 * it, being called off as well. That it is deleted afterwards withdraws nothing: what was done stays done.
 */
export const evidenceOf = (before: TicketStanding | null, after: TicketStanding): 'GIVEN' | 'WITHDRAWN' | null => {
  const was = before?.statusCategory === 'DONE';
  const is = after.statusCategory === 'DONE';
  if (was === is) {
    return null;
  }
  return is ? 'GIVEN' : 'WITHDRAWN';
};
