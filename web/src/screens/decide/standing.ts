import type { Initiative } from '../initiative/questions';

/** What a viewer may do at a gate. */
export interface Standing {
  /** Decides in the review that is open, or requests one and decides in it. */
  readonly mayDecide: boolean;
  readonly mayVote: boolean;
  /** Whether a review has to be requested first, which the viewer may do too. */
  readonly requestsFirst: boolean;
}

/** What the viewer may do: by what the server says of the open review, and by roles where none is open. */
export const standingOf = ({ gate, viewerCan, portfolio, owner, sponsor }: Initiative, viewerId: string): Standing => {
  const review = gate?.currentReview;
  if (review) {
    return {
      mayDecide: review.viewerCan.decide.allowed,
      mayVote: review.viewerCan.vote.allowed,
      requestsFirst: false,
    };
  }
  const isGatekeeper =
    portfolio.viewerRoles.includes('GATEKEEPER') && owner.id !== viewerId && sponsor?.id !== viewerId;
  // Where others have to vote too, a review is requested first and decided later.
  const both = isGatekeeper && viewerCan.requestReview.allowed && (gate?.definition.quorum ?? 1) <= 1;
  return { mayDecide: both, mayVote: false, requestsFirst: both };
};
