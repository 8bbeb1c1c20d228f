import { graphql } from '../../api/generated';
import type { GateOutcome, WhatStandsAgainstQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';
import type { Initiative } from '../initiative/questions';

graphql(`
  fragment Against on GateReadiness {
    refusals {
      code
      message
      field
      ... on CriterionError {
        criterion {
          remedy
          criterion {
            key
            name
          }
        }
      }
    }
  }
`);

const AGAINST = graphql(`
  query WhatStandsAgainst($initiativeId: ID!, $stageKey: String!) {
    go: gatePreview(initiativeId: $initiativeId, outcome: GO, withVotes: true) {
      ...Against
    }
    conditionalGo: gatePreview(initiativeId: $initiativeId, outcome: CONDITIONAL_GO, withVotes: true) {
      ...Against
    }
    hold: gatePreview(initiativeId: $initiativeId, outcome: HOLD, withVotes: true) {
      ...Against
    }
    recycle: gatePreview(initiativeId: $initiativeId, outcome: RECYCLE, recycleToStageKey: $stageKey, withVotes: true) {
      ...Against
    }
    kill: gatePreview(initiativeId: $initiativeId, outcome: KILL, withVotes: true) {
      ...Against
    }
  }
`);

export type Against = WhatStandsAgainstQuery['go']['refusals'];

/** A criterion that a conditional go has to cover by a condition of its own. */
export interface ToCover {
  readonly key: string;
  readonly name: string;
  readonly remedy: string | null;
}

/** What can be decided: each outcome with all that stands against it, and what a conditional go has to cover. */
export interface Choices {
  /** What the gate has against an outcome, whoever would be for it. */
  readonly against: Readonly<Record<GateOutcome, Against>>;
  /** Why an outcome has not the votes to be decided by the viewer, who may vote for it all the same. */
  readonly outvoted: Readonly<Record<GateOutcome, string | null>>;
  readonly toCover: readonly ToCover[];
}

// These go away once conditions are stated, which is done after the outcome is chosen.
const isOfConditions = ({ code, field }: Against[number]): boolean =>
  code === 'CRITERION_UNMET' || (code === 'CONDITION_INVALID' && field?.at(-1) === 'conditions');

// Whether the viewer may decide at all, and the votes are enough for it, is told once and not at each outcome.
const OF_VOTES: ReadonlySet<string> = new Set(['OWNER_CANNOT_VOTE', 'QUORUM_NOT_MET', 'OUTCOME_NOT_SUPPORTED']);
const ofGate = (refusals: Against): Against => refusals.filter(({ code }) => !OF_VOTES.has(code));

const outvotedIn = (refusals: Against): string | null =>
  refusals.find(({ code }) => code === 'OUTCOME_NOT_SUPPORTED')?.message ?? null;

const choicesOf = (told: WhatStandsAgainstQuery): Choices => {
  const conditional = ofGate(told.conditionalGo.refusals);
  return {
    against: {
      GO: ofGate(told.go.refusals),
      CONDITIONAL_GO: conditional.filter((refusal) => !isOfConditions(refusal)),
      HOLD: ofGate(told.hold.refusals),
      RECYCLE: ofGate(told.recycle.refusals),
      KILL: ofGate(told.kill.refusals),
    },
    outvoted: {
      GO: outvotedIn(told.go.refusals),
      CONDITIONAL_GO: outvotedIn(told.conditionalGo.refusals),
      HOLD: outvotedIn(told.hold.refusals),
      RECYCLE: outvotedIn(told.recycle.refusals),
      KILL: outvotedIn(told.kill.refusals),
    },
    toCover: conditional.flatMap((refusal) =>
      refusal.code === 'CRITERION_UNMET' && 'criterion' in refusal
        ? [{ ...refusal.criterion.criterion, remedy: refusal.criterion.remedy ?? null }]
        : [],
    ),
  };
};

/** What the gate and its votes would say to each outcome now. */
export const useChoices = ({ id, stage }: Initiative) => {
  const answer = useAnswer(AGAINST, { initiativeId: id, stageKey: stage.key });
  return { answer, choices: answer.data ? choicesOf(answer.data) : undefined };
};

export const REQUEST_REVIEW = graphql(`
  mutation RequestReview($initiativeId: ID!, $input: GateReviewRequestInput!) {
    gateReviewRequest(initiativeId: $initiativeId, input: $input) {
      review {
        id
        initiative {
          version
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const DECIDE = graphql(`
  mutation Decide($reviewId: ID!, $input: GateDecideInput!) {
    gateDecide(reviewId: $reviewId, input: $input) {
      decision {
        id
        outcome
        toStage {
          name
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const VOTE = graphql(`
  mutation CastVote($reviewId: ID!, $input: GateVoteCastInput!) {
    gateVoteCast(reviewId: $reviewId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const SINCE = graphql(`
  query ChangedSince($id: ID!) {
    initiative(id: $id) {
      version
      activity(first: 10) {
        nodes {
          id
          at
          deed
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

/** Who did what with the initiative of late, for whoever was overtaken. */
export const useChangedSince = (id: string) => useAnswer(SINCE, { id });
