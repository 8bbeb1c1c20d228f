import { accept, refuse, type Refusal, type Result } from '../basics/result.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import { checkProposal } from './check-proposal.js';
import type { GateScene, Proposal } from './proposal.js';
import type { CriterionRefusal } from './unmet.js';
import {
  isStakeholder,
  liveVotes,
  mayVote,
  spokenVotes,
  supportedOutcome,
  votesFor,
  type GateOutcome,
  type Stakeholders,
  type Vote,
} from './vote.js';

/** A vote as it was cast, and whether its voter is a gatekeeper still. */
export interface CastVote extends Vote {
  readonly isGatekeeper: boolean;
}

/** The votes of a review and whose decision is to be. */
export interface Ballot {
  /** The gatekeeper who decides. */
  readonly voterId: string;
  /** The votes of the review in the order they were cast; deciding replaces the decider's own. */
  readonly votes: readonly CastVote[];
  readonly quorum: number;
  readonly stakeholders: Stakeholders;
}

/** What becomes of the initiative, and the live votes it was decided by. */
export interface Decided {
  /** Null: it stays where it is, and in the same visit. */
  readonly toStageKey: string | null;
  readonly status: InitiativeStatus;
  readonly votes: readonly Vote[];
}

const STATUS_AFTER = {
  GO: 'ACTIVE',
  CONDITIONAL_GO: 'ACTIVE',
  RECYCLE: 'ACTIVE',
  HOLD: 'ON_HOLD',
  KILL: 'KILLED',
} as const satisfies Record<GateOutcome, InitiativeStatus>;

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
  if (supported === null || supported === outcome) {
    return [];
  }
  const most = votesFor(votes, supported);
  const own = votesFor(votes, outcome);
  const tie = most === own ? ', and a tie goes to the more cautious' : '';
  return [
    {
      code: 'OUTCOME_NOT_SUPPORTED',
      message: `The votes support ${supported} and not ${outcome}, by ${most} to ${own} with yours${tie}; decide ${supported}, or have gatekeepers change their votes.`,
      field: ['input', 'outcome'],
    },
  ];
};

/**
 * The votes a decision is made by: the decider's is for what is decided, and those of who has become owner or sponsor, or is
 * no gatekeeper any more, do not count.
 */
const votesOf = ({ voterId, votes, stakeholders }: Ballot, outcome: GateOutcome): readonly Vote[] => [
  ...liveVotes(votes)
    .filter((vote) => vote.voterId !== voterId && vote.isGatekeeper && !isStakeholder(stakeholders, vote.voterId))
    .map((vote) => ({ voterId: vote.voterId, outcome: vote.outcome })),
  { voterId, outcome },
];

const targetOf = ({ outcome, recycleToStageKey }: Proposal, { stageKey, stageKeys }: GateScene): string | null => {
  if (outcome === 'RECYCLE') {
    return recycleToStageKey;
  }
  return outcome === 'GO' || outcome === 'CONDITIONAL_GO' ? (stageKeys[stageKeys.indexOf(stageKey) + 1] ?? null) : null;
};

/** What stands against deciding at all, for whatever outcome: OWNER_CANNOT_VOTE, and QUORUM_NOT_MET with the decider's vote counted. */
export const refusalsOfDecider = (ballot: Ballot): readonly Refusal[] => [
  ...mayVote(ballot.stakeholders, ballot.voterId),
  // Whatever it is for, the decider's own vote is one.
  ...unlessQuorum(votesOf(ballot, 'KILL'), ballot.quorum),
];

/**
 * What stands against an outcome as far as votes go (laws 8 and 9): OWNER_CANNOT_VOTE for the owner and the sponsor,
 * QUORUM_NOT_MET while fewer votes than the quorum are in, abstentions not counted, OUTCOME_NOT_SUPPORTED unless the outcome
 * has the most votes. The decider's vote is counted even where it may not be cast, so that one reason does not look like
 * three.
 */
export const refusalsOfVotes = (ballot: Ballot, outcome: GateOutcome): readonly Refusal[] => [
  ...refusalsOfDecider(ballot),
  ...unlessSupported(votesOf(ballot, outcome), outcome),
];

/**
 * A gatekeeper decides a gate, and that counts as this gatekeeper's vote (laws 8 to 11): GO and CONDITIONAL_GO move to the
 * next stage, RECYCLE to the named one, HOLD puts on hold, KILL ends it. Refused with every reason at once, of the votes
 * and of the proposal. Votes of who has become owner or sponsor since, or is no gatekeeper any more, do not count.
 */
export const decideGate = (
  proposal: Proposal,
  ballot: Ballot,
  scene: GateScene,
): Result<Decided, Refusal | CriterionRefusal> => {
  const { outcome } = proposal;
  const refusals = [...refusalsOfVotes(ballot, outcome), ...checkProposal(proposal, scene)];
  return refusals.length > 0
    ? refuse(...refusals)
    : accept({
        toStageKey: targetOf(proposal, scene),
        status: STATUS_AFTER[outcome],
        votes: votesOf(ballot, outcome),
      });
};
