import type { Refusal } from '../basics/result.js';

/** Every outcome of a gate, from the boldest to the most cautious. */
export const GATE_OUTCOMES = ['GO', 'CONDITIONAL_GO', 'RECYCLE', 'HOLD', 'KILL'] as const;
export type GateOutcome = (typeof GATE_OUTCOMES)[number];

export interface Vote {
  readonly voterId: string;
  /** Null: abstains. */
  readonly outcome: GateOutcome | null;
}

/** Each voter has one live vote, the one cast last (law 8). Takes votes in the order they were cast, and keeps the order of first votes. */
export const liveVotes = <Cast extends Vote>(votes: readonly Cast[]): readonly Cast[] => [
  ...new Map(votes.map((vote) => [vote.voterId, vote])).values(),
];

/** The votes that say something: abstentions are left out. */
export const spokenVotes = (votes: readonly Vote[]): readonly Vote[] => votes.filter(({ outcome }) => outcome !== null);

/** How many of the votes are for an outcome. */
export const votesFor = (votes: readonly Vote[], outcome: GateOutcome): number =>
  votes.filter((vote) => vote.outcome === outcome).length;

/**
 * The outcome with the most votes is supported; on a tie only the most cautious of the tied ones (law 9). Takes live votes;
 * null while nobody has voted for anything.
 */
export const supportedOutcome = (votes: readonly Vote[]): GateOutcome | null => {
  const most = Math.max(...GATE_OUTCOMES.map((outcome) => votesFor(votes, outcome)));
  return GATE_OUTCOMES.findLast((outcome) => most > 0 && votesFor(votes, outcome) === most) ?? null;
};

/** Who has a stake of their own: the owner and the sponsor. */
export interface Stakeholders {
  readonly ownerId: string;
  readonly sponsorId: string | null;
}

export const isStakeholder = ({ ownerId, sponsorId }: Stakeholders, userId: string): boolean =>
  userId === ownerId || userId === sponsorId;

/** The initiative's owner and its sponsor neither vote nor decide (law 8). Empty for anybody else. */
export const mayVote = (initiative: Stakeholders, voterId: string): readonly Refusal[] =>
  isStakeholder(initiative, voterId)
    ? [
        {
          code: 'OWNER_CANNOT_VOTE',
          message: "The initiative's owner and its sponsor neither vote nor decide; ask another gatekeeper.",
        },
      ]
    : [];
