import { wordsOf } from '../../words/labels';

/** An audit event as far as it is told in words. */
export interface Deed {
  readonly action: string;
  readonly subjectType: string;
  readonly changes: unknown;
}

const DEEDS: Readonly<Record<string, string>> = {
  'benefitsReview.completed': 'completed a benefits review',
  'benefitsReview.opened': 'opened a benefits review',
  'comment.deleted': 'deleted a comment',
  'comment.edited': 'edited a comment',
  'comment.posted': 'commented',
  'evidence.ranOut': 'noted that evidence has expired',
  'evidence.reviewed': 'reviewed evidence',
  'evidence.submitted': 'handed in evidence',
  'gate.decided': 'decided the gate',
  'gateCondition.breached': 'noted that a condition is breached',
  'gateCondition.closed': 'closed a condition',
  'gateReview.cancelled': 'called the review off',
  'gateReview.overdue': 'noted that the review is overdue',
  'gateReview.requested': 'requested a review',
  'gateVote.cast': 'cast a vote',
  'initiative.created': 'created the initiative',
  'initiative.updated': 'changed what is said of the initiative',
  'initiative.templateMigrated': 'moved it to another version of the workflow',
  'initiative.resumed': 'resumed it',
  'initiative.reopened': 'reopened it',
  'kpi.defined': 'defined a KPI',
  'kpi.revised': 'revised a KPI',
  'measurements.recorded': 'recorded measurements',
  'signals.recorded': 'recorded readings of signals',
  'statusUpdate.posted': 'told how it is doing',
  'ticket.linked': 'linked a ticket',
  'ticket.unlinked': 'unlinked a ticket',
  'waiver.decided': 'decided a waiver',
  'waiver.expired': 'noted that a waiver is over',
  'waiver.requested': 'asked for a waiver',
  'waiver.revoked': 'revoked a waiver',
};

const TOLD = ['outcome', 'rationale', 'reason', 'note', 'criterionKey', 'gateKey', 'name', 'health', 'status', 'dueOn'];

const valuesOf = (changes: unknown): string => {
  if (typeof changes !== 'object' || changes === null) {
    return '';
  }
  const said = Object.entries(changes).flatMap(([name, value]) =>
    TOLD.includes(name) && typeof value === 'string' && value !== ''
      ? [`${wordsOf(name.replace(/[A-Z]/g, ' $&')).toLowerCase()} ${/^[A-Z_]+$/.test(value) ? wordsOf(value) : value}`]
      : [],
  );
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
};

/** What somebody did, to be read after their name: "decided the gate (outcome Go)". */
export const deedOf = ({ action, changes }: Deed): string =>
  `${DEEDS[action] ?? wordsOf(action.replace('.', ' ').replace(/[A-Z]/g, ' $&')).toLowerCase()}${valuesOf(changes)}`;
