import { CRITERION_STATUSES } from '../../../domain/gates/gate.js';
import { GATE_CONDITION_STATUSES } from '../../../domain/gates/condition.js';
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
    WAIVED: 'It is not met, and a waiver in force stands in for it.',
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

export const GateConditionStatusEnum = graphqlEnum(
  'GateConditionStatus',
  GATE_CONDITION_STATUSES,
  'Where a condition stands.',
  {
    OPEN: 'It is to be closed by its due date.',
    CLOSED: 'It was closed.',
    BREACHED:
      'It was still open on the day after its due date, and the initiative went on hold; it can be closed late.',
  },
);
