import { accept, refuse, type Refusal, type Result } from '../basics/result.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import type { CriterionAssessment } from './gate.js';
import {
  isStakeholder,
  liveVotes,
  mayVote,
  spokenVotes,
  supportedOutcome,
  type GateOutcome,
  type Stakeholders,
  type Vote,
} from './vote.js';

/** The outcomes that a decision can carry out. */
export const DECIDABLE_OUTCOMES = ['GO', 'HOLD', 'KILL'] as const satisfies readonly GateOutcome[];
export type DecidableOutcome = (typeof DECIDABLE_OUTCOMES)[number];

/** A refusal that names the criterion in the way. */
export interface CriterionRefusal extends Refusal {
  readonly code: 'CRITERION_UNMET';
  readonly assessment: CriterionAssessment;
}

/** All that a decision rests on. */
export interface DecisionRequest {
  readonly outcome: DecidableOutcome;
  /** The gatekeeper who decides. */
  readonly voterId: string;
  /** The votes of the review in the order they were cast; deciding replaces the decider's own. */
  readonly votes: readonly Vote[];
  readonly quorum: number;
  readonly assessments: readonly CriterionAssessment[];
  readonly initiative: Stakeholders & { readonly status: InitiativeStatus };
  /** The stage behind the gate. */
  readonly nextStageKey: string;
}

/** What becomes of the initiative, and the live votes it was decided by. */
export interface Decided {
  /** Null: it stays where it is. */
  readonly toStageKey: string | null;
  readonly status: 'ACTIVE' | 'ON_HOLD' | 'KILLED';
  readonly votes: readonly Vote[];
}

const STATUS_AFTER = { GO: 'ACTIVE', HOLD: 'ON_HOLD', KILL: 'KILLED' } as const satisfies Record<
  DecidableOutcome,
  InitiativeStatus
>;

const unlessActive = (status: InitiativeStatus): readonly Refusal[] =>
  status === 'ACTIVE'
    ? []
    : [{ code: 'WRONG_STATE', message: `The initiative is ${status}; only an ACTIVE one can be decided on.` }];

const unlessQuorum = (votes: readonly Vote[], quorum: number): readonly Refusal[] => {
  const spoken = spokenVotes(votes).length;
  return spoken >= quorum
    ? []
    : [
        {
          code: 'QUORUM_NOT_MET',
          message: `The gate asks for ${quorum} votes and ${spoken} would be in, yours included; wait for more gatekeepers to vote.`,
        },
      ];
};

const unlessSupported = (votes: readonly Vote[], outcome: GateOutcome): readonly Refusal[] => {
  const supported = supportedOutcome(votes);
  return supported === outcome
    ? []
    : [
        {
          code: 'OUTCOME_NOT_SUPPORTED',
          message: `The votes support ${String(supported)} and not ${outcome}; decide that, or have gatekeepers change their votes.`,
          field: ['input', 'outcome'],
        },
      ];
};

const unlessMet = (assessments: readonly CriterionAssessment[]): readonly CriterionRefusal[] =>
  assessments
    .filter(({ blocks }) => blocks)
    .map((assessment) => ({
      code: 'CRITERION_UNMET',
      message: [`${assessment.criterion.name}: ${assessment.reason}`, assessment.remedy].filter(Boolean).join(' '),
      assessment,
    }));

/**
 * A gatekeeper decides a gate, and that counts as this gatekeeper's vote (laws 8 to 11): GO moves to the next stage, HOLD
 * puts on hold, KILL ends it. Refused with every reason at once: OWNER_CANNOT_VOTE, WRONG_STATE unless the initiative is
 * ACTIVE, QUORUM_NOT_MET, OUTCOME_NOT_SUPPORTED, and for GO one CRITERION_UNMET for each criterion that blocks. Votes of
 * who has become owner or sponsor since do not count; the decider's is counted even then, so that one reason does not look
 * like three.
 */
export const decideGate = (request: DecisionRequest): Result<Decided, Refusal | CriterionRefusal> => {
  const { outcome, voterId, initiative } = request;
  const others = liveVotes(request.votes).filter(
    (vote) => vote.voterId !== voterId && !isStakeholder(initiative, vote.voterId),
  );
  const votes = [...others, { voterId, outcome }];
  const refusals = [
    ...mayVote(initiative, voterId),
    ...unlessActive(initiative.status),
    ...unlessQuorum(votes, request.quorum),
    ...unlessSupported(votes, outcome),
    ...(outcome === 'GO' ? unlessMet(request.assessments) : []),
  ];
  return refusals.length > 0
    ? refuse(...refusals)
    : accept({ toStageKey: outcome === 'GO' ? request.nextStageKey : null, status: STATUS_AFTER[outcome], votes });
};
