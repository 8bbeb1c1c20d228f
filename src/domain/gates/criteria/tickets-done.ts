import type { Assessor } from './assessor.js';

/** Every ticket linked to the criterion must be done; no ticket can be linked yet, so there is nothing that could be. */
export const assessTicketsDone: Assessor<'TICKETS_DONE'> = () => ({
  status: 'MISSING',
  reason: 'No ticket is linked to this criterion.',
  remedy: 'Linking its tickets would clear it once they are done; nobody can yet, for no ticketing tool is connected.',
  evidenceId: null,
});
