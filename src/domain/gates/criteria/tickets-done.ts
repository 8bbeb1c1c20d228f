import type { LinkedTicket } from '../known-facts.js';
import type { Assessor } from './assessor.js';
import { listed } from './wording.js';

const MOST_NAMED = 5;

const isDone = ({ statusCategory }: LinkedTicket): boolean => statusCategory === 'DONE';

/** What people call what is so of a ticket that is not done. */
const standingOf = ({ key, statusCategory, statusName, isDeleted }: LinkedTicket): string => {
  if (isDeleted) {
    return `${key} (deleted)`;
  }
  if (statusCategory === 'CANCELED') {
    return `${key} (called off)`;
  }
  return statusCategory === 'UNKNOWN'
    ? `${key} (${statusName ?? 'its status'}: not known what that comes to)`
    : `${key} (${statusName ?? statusCategory})`;
};

/**
 * Every ticket linked to the criterion must be done. One that was called off is not done; one that was done and deleted since
 * still counts. Nothing linked: MISSING.
 */
export const assessTicketsDone: Assessor<'TICKETS_DONE'> = ({ criterion, known }) => {
  const tickets = known.tickets.filter((ticket) => ticket.criterionKey === criterion.key);
  if (tickets.length === 0) {
    return {
      status: 'MISSING',
      reason: 'No ticket is linked to this criterion.',
      remedy: 'Link its tickets; a program manager can, and so can a rule.',
      evidenceId: null,
    };
  }
  const left = tickets.filter((ticket) => !isDone(ticket));
  const done = tickets.length - left.length;
  if (left.length === 0) {
    return { status: 'MET', reason: `All linked tickets are done (${done}).`, remedy: null, evidenceId: null };
  }
  const named = left.slice(0, MOST_NAMED).map(standingOf);
  const more = left.length > MOST_NAMED ? [`${left.length - MOST_NAMED} more`] : [];
  const isOver = left.some(({ isDeleted, statusCategory }) => isDeleted || statusCategory === 'CANCELED');
  return {
    status: 'NOT_MET',
    reason: `Linked tickets done: ${done} of ${tickets.length}; not yet: ${listed([...named, ...more])}.`,
    remedy: `Whoever works on them can get them done${isOver ? '; a program manager can unlink what is called off or deleted' : ''}.`,
    evidenceId: null,
  };
};
