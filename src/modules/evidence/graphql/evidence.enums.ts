import { EVIDENCE_OUTCOMES } from '../../../domain/gates/check-evidence-review.js';
import { FINDING_SEVERITIES, SIGNAL_KINDS, UX_METHODS } from '../../../domain/gates/evidence.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { EVIDENCE_STATUSES } from '../queries/evidence-ledger.js';

export const EvidenceStatus = graphqlEnum('EvidenceStatus', EVIDENCE_STATUSES, 'What became of a piece of evidence.', {
  SUBMITTED:
    'It waits for its review; an external check stays so, and so does a ticket that is done, for they count without one.',
  ACCEPTED: 'A reviewer took it; the newest accepted one counts.',
  RETURNED: 'A reviewer gave it back, with a comment that says what is missing.',
  WITHDRAWN: 'What it rested on is otherwise: a ticket was reopened, called off or unlinked. reviewComment says which.',
});

export const EvidenceReviewOutcome = graphqlEnum(
  'EvidenceReviewOutcome',
  EVIDENCE_OUTCOMES,
  'What a reviewer makes of evidence.',
  {
    ACCEPTED: 'It is taken.',
    RETURNED: 'It is given back; this needs a comment.',
  },
);

export const UxMethod = graphqlEnum('UxMethod', UX_METHODS, 'How a UX review was done.', {
  USABILITY_TEST: 'People were watched while they did real tasks with it.',
  HEURISTIC_EVALUATION: 'Experts held it against rules of good design.',
  FIELD_STUDY: 'People were watched at their own place of work.',
  SURVEY: 'People were asked.',
  ACCESSIBILITY_AUDIT: 'It was held against the rules of accessibility.',
});

export const FindingSeverity = graphqlEnum(
  'FindingSeverity',
  FINDING_SEVERITIES,
  'How bad a finding of a UX review is.',
  {
    CRITICAL: 'People cannot do what they came for; it blocks until it is resolved.',
    MAJOR: 'People do it with trouble.',
    MINOR: 'People notice it.',
  },
);

export const SignalKind = graphqlEnum('SignalKind', SIGNAL_KINDS, 'What a monitored signal tells of.', {
  KPI: 'One of the KPIs of the initiative.',
  DRIFT: 'Whether inputs or outputs move away from what the model was built on.',
  QUALITY: 'How good the answers are.',
  LATENCY: 'How long answers take.',
  COST: 'What it costs to run.',
  INCIDENT: 'What went wrong in operation.',
});
