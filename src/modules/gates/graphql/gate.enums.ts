import { CRITERION_STATUSES } from '../../../domain/gates/gate.js';
import { DECIDABLE_OUTCOMES } from '../../../domain/gates/decide-gate.js';
import { GATE_REVIEW_STATUSES } from '../../../domain/gates/review.js';
import { GATE_OUTCOMES } from '../../../domain/gates/vote.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const CriterionStatusEnum = graphqlEnum(
  'CriterionStatus',
  CRITERION_STATUSES,
  'What one criterion says at one instant.',
  {
    MISSING: 'Nothing was submitted.',
    SUBMITTED: 'Evidence waits for its review.',
    MET: 'It is met.',
    NOT_MET: 'What is there is not good enough.',
    STALE: 'It was met, and its evidence ran out.',
    NOT_APPLICABLE: 'It is asked of another risk tier.',
  },
);

export const GateOutcomeEnum = graphqlEnum(
  'GateOutcome',
  GATE_OUTCOMES,
  'What can become of an initiative at a gate, from the boldest to the most cautious.',
  {
    GO: 'On to the next stage.',
    CONDITIONAL_GO: 'On to the next stage, with conditions that have an owner and a date.',
    RECYCLE: 'Back to an earlier stage, or once more through this one.',
    HOLD: 'It waits.',
    KILL: 'It ends.',
  },
);

export const GateReviewStatusEnum = graphqlEnum('GateReviewStatus', GATE_REVIEW_STATUSES, 'Where a review stands.', {
  OPEN: 'Gatekeepers vote.',
  DECIDED: 'It was decided.',
  CANCELLED: 'It was called off.',
});

/** GO, HOLD and KILL: what gateDecide carries out. */
export const isDecidable = (outcome: string): outcome is (typeof DECIDABLE_OUTCOMES)[number] =>
  (DECIDABLE_OUTCOMES as readonly string[]).includes(outcome);
