/** What an event of the audit trail of an initiative is about. */
export const ACTIVITY_KINDS = [
  'MOVE',
  'DECISION',
  'REVIEW',
  'EVIDENCE',
  'WAIVER',
  'CONDITION',
  'KPI',
  'SIGNAL',
  'STATUS_UPDATE',
  'COMMENT',
  'TICKET',
  'EFFORT',
  'BENEFITS',
  'FINDING',
  'CHANGE',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

interface Telling {
  readonly kind: ActivityKind;
  /** To be read after a name; `{gate}` and `{criterion}` stand for what the event names. */
  readonly deed: string;
}

const about = (kind: ActivityKind, deeds: Readonly<Record<string, string>>): [string, Telling][] =>
  Object.entries(deeds).map(([action, deed]) => [action, { kind, deed }]);

const TELLINGS: ReadonlyMap<string, Telling> = new Map([
  ...about('MOVE', {
    'initiative.resumed': 'resumed it',
    'initiative.reopened': 'reopened it',
    'initiative.templateMigrated': 'moved it to another version of the workflow',
  }),
  ...about('DECISION', { 'gate.decided': 'decided {gate}' }),
  ...about('REVIEW', {
    'gateReview.requested': 'requested a review of {gate}',
    'gateReview.cancelled': 'called off the review of {gate}',
    'gateReview.overdue': 'noted that the review of {gate} is overdue',
    'gateVote.cast': 'cast a vote',
  }),
  ...about('EVIDENCE', {
    'evidence.submitted': 'handed in evidence for {criterion}',
    'evidence.reviewed': 'reviewed the evidence for {criterion}',
    'evidence.ranOut': 'noted that the evidence for {criterion} has run out',
  }),
  ...about('WAIVER', {
    'waiver.requested': 'asked for a waiver of {criterion}',
    'waiver.decided': 'decided the waiver of {criterion}',
    'waiver.revoked': 'revoked the waiver of {criterion}',
    'waiver.expired': 'noted that the waiver of {criterion} is over',
  }),
  ...about('CONDITION', {
    'gateCondition.closed': 'closed a condition',
    'gateCondition.breached': 'noted that a condition is breached',
  }),
  ...about('KPI', {
    'kpi.defined': 'defined a KPI',
    'kpi.revised': 'revised a KPI',
    'measurements.recorded': 'recorded measurements',
  }),
  ...about('SIGNAL', {
    'signals.recorded': 'recorded readings of signals',
    'signalSource.set': 'set where a signal is read',
    'signalSource.removed': 'removed the source of a signal',
  }),
  ...about('STATUS_UPDATE', { 'statusUpdate.posted': 'told how it is doing' }),
  ...about('COMMENT', {
    'comment.posted': 'commented',
    'comment.edited': 'edited a comment',
    'comment.deleted': 'deleted a comment',
  }),
  ...about('TICKET', {
    'ticket.linked': 'linked a ticket',
    'ticket.unlinked': 'unlinked a ticket',
    'ticket.done': 'noted that the tickets for {criterion} are done',
    'ticket.reopened': 'noted that tickets for {criterion} are open again',
  }),
  ...about('BENEFITS', {
    'benefitsReview.opened': 'opened a benefits review',
    'benefitsReview.completed': 'completed a benefits review',
  }),
  ...about('FINDING', {
    'finding.raised': 'raised a finding',
    'finding.cleared': 'cleared a finding',
    'finding.muted': 'muted a finding',
    'finding.unmuted': 'had a finding told again',
  }),
  ...about('EFFORT', {
    'effort.recorded': 'recorded effort',
    'effort.deleted': 'took effort back',
  }),
  ...about('CHANGE', {
    'initiative.created': 'entered the initiative',
    'initiative.updated': 'changed what is said of the initiative',
  }),
]);

/** Events that are told by how their action begins: there are several of each. */
const BEGINNINGS: readonly [string, ActivityKind][] = [
  ['effort', 'EFFORT'],
  ['lateEffort', 'EFFORT'],
  ['finding', 'FINDING'],
];

const spelled = (action: string): string =>
  action
    .replaceAll('.', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

const tellingOf = (action: string): Telling =>
  TELLINGS.get(action) ?? {
    kind: BEGINNINGS.find(([beginning]) => action.startsWith(beginning))?.[1] ?? 'CHANGE',
    deed: `noted: ${spelled(action)}`,
  };

/** How the gates, criteria and stages of a workflow are called; null for what it does not have. */
export interface Named {
  gate(key: string): string | null;
  criterion(key: string): string | null;
  stage(key: string): string | null;
}

export interface Activity {
  readonly kind: ActivityKind;
  readonly deed: string;
  /** What was said with it, in the words of who did it; null where nothing was. */
  readonly note: string | null;
  readonly gateKey: string | null;
  readonly criterionKey: string | null;
}

/** Which changes of an event say why, in this order: the first that is there is told. */
const REASONS = ['rationale', 'reason', 'note', 'comment', 'text', 'title', 'message'] as const;

const textIn = (changes: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = changes[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const OUTCOMES = ['outcome', 'health'] as const;

/** A code as it is read within a sentence: `CONDITIONAL_GO` is conditional go. */
const lower = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** The way between two stages, where it changed. */
const wayIn = ({ stage }: Readonly<Record<string, unknown>>, named: Named): string => {
  const { from, to } = typeof stage === 'object' && stage !== null ? (stage as Record<string, unknown>) : {};
  const isWay = typeof from === 'string' && typeof to === 'string' && from !== to;
  return isWay ? `, from ${named.stage(from) ?? from} to ${named.stage(to) ?? to}` : '';
};

/**
 * What an event of the audit trail says to people: what it is about, what was done, to be read after the name of who did it
 * (`decided gate Scale-up: go, from Pilot to Scale`), and the reason that was given. An action that is not known by name is told as it
 * is spelled.
 */
export const activityOf = (action: string, changes: Readonly<Record<string, unknown>>, named: Named): Activity => {
  const { kind, deed } = tellingOf(action);
  const gateKey = textIn(changes, 'gateKey');
  const criterionKey = textIn(changes, 'criterionKey');
  const said = OUTCOMES.flatMap((name) => textIn(changes, name) ?? []).map(lower);
  const gate = gateKey === null ? 'a gate' : `gate ${named.gate(gateKey) ?? gateKey}`;
  const criterion = criterionKey === null ? 'a criterion' : (named.criterion(criterionKey) ?? criterionKey);
  const told = deed.replace('{gate}', gate).replace('{criterion}', criterion);
  return {
    kind,
    deed: `${told}${said.length > 0 ? `: ${said.join(', ')}` : ''}${wayIn(changes, named)}`,
    note: REASONS.map((name) => textIn(changes, name)).find((text) => text !== null) ?? null,
    gateKey,
    criterionKey,
  };
};
