import type { Initiative } from '../initiatives/initiative.js';
import { checkEvidenceReview, type ReviewedEvidence } from '../gates/check-evidence-review.js';
import { unlessActive } from '../gates/check-proposal.js';
import { refusalsOfDecider, type CastVote } from '../gates/decide-gate.js';
import { unlessOpen } from '../gates/request-review.js';
import type { GateReview } from '../gates/review.js';
import { mayVote } from '../gates/vote.js';
import { mayDecideWaiver, mayRevokeWaiver, type StandingWaiver } from '../gates/waiver-rules.js';
import { byRole, nothing, type Deed } from './permission.js';

/** A review as a gatekeeper finds it. */
export interface StandingReview {
  readonly review: Pick<GateReview, 'status'>;
  readonly initiative: Pick<Initiative, 'status' | 'ownerId' | 'sponsorId'>;
  /** In the order they were cast. */
  readonly votes: readonly CastVote[];
  readonly quorum: number;
}

/** Casting a vote in a review, whatever for. */
export const voteDeed = ({ review, initiative }: Pick<StandingReview, 'review' | 'initiative'>): Deed => ({
  entitled: byRole('gate:vote'),
  what: 'vote',
  against: (userId) => [...mayVote(initiative, userId), ...unlessOpen(review)],
});

/** Deciding a review, for whatever outcome: what stands against one outcome only is told by a preview of it. */
export const decideDeed = ({ review, initiative, votes, quorum }: StandingReview): Deed => ({
  entitled: byRole('gate:decide'),
  what: 'decide a gate',
  against: (userId) => {
    const closed = unlessOpen(review);
    return closed.length > 0
      ? closed
      : [
          ...refusalsOfDecider({ voterId: userId, votes, quorum, stakeholders: initiative }),
          ...unlessActive(initiative.status),
        ];
  },
});

/** Calling a review off. */
export const cancelDeed = (review: Pick<GateReview, 'status'>): Deed => ({
  entitled: byRole('review:cancel'),
  what: 'call a review off',
  against: () => unlessOpen(review),
});

/** Saying something to a review. */
export const commentOnReviewDeed = (): Deed => ({
  entitled: byRole('comment:post'),
  what: 'comment',
  against: nothing,
});

/** Accepting a piece of evidence, or returning it with a comment. */
export const reviewEvidenceDeed = (evidence: ReviewedEvidence): Deed => ({
  entitled: byRole('evidence:review'),
  what: 'review evidence',
  against: (reviewerId) => checkEvidenceReview(evidence, { reviewerId, outcome: 'ACCEPTED', comment: null }),
});

/** Approving or denying a waiver. */
export const decideWaiverDeed = (waiver: StandingWaiver, initiative: Pick<Initiative, 'key' | 'status'>): Deed => ({
  entitled: byRole('waiver:decide'),
  what: 'decide a waiver',
  against: (userId) => mayDecideWaiver(waiver, userId, initiative),
});

/** Ending a waiver before its time. */
export const revokeWaiverDeed = (waiver: StandingWaiver, initiative: Pick<Initiative, 'key' | 'status'>): Deed => ({
  entitled: byRole('waiver:revoke'),
  what: 'revoke a waiver',
  against: () => mayRevokeWaiver(waiver, initiative),
});
