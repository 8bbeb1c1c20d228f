import { describe, expect, it } from '@jest/globals';
import { rolesFor, type Role } from '../access/access.js';
import type { CastVote } from '../gates/decide-gate.js';
import type { GateReview } from '../gates/review.js';
import type { GateOutcome } from '../gates/vote.js';
import {
  cancelDeed,
  commentOnReviewDeed,
  decideDeed,
  decideWaiverDeed,
  reviewEvidenceDeed,
  revokeWaiverDeed,
  voteDeed,
  type StandingReview,
} from './gate-deeds.js';
import type { Deed } from './permission.js';

const vote = (voterId: string, outcome: GateOutcome | null): CastVote => ({ voterId, outcome, isGatekeeper: true });
const standing = (other: Partial<StandingReview> = {}): StandingReview => ({
  review: { status: 'OPEN' },
  initiative: { status: 'ACTIVE', ownerId: 'olga', sponsorId: 'sam' },
  votes: [],
  quorum: 1,
  ...other,
});
const reviewOf = (status: GateReview['status']) => ({ review: { status } });
const against = (deed: Deed, userId = 'gil') => deed.against(userId).map(({ code }) => code);
const mayBy = (deed: Deed, role: Role): boolean =>
  deed.entitled.may({ userId: 'gil', isInstanceAdmin: false, roles: new Map([['p', [role]]]) }, 'p');

describe('what can be done at a gate', () => {
  const waiver = { status: 'PENDING', requestedBy: 'pam' } as const;
  const active = { key: 'AI-1', status: 'ACTIVE' } as const;
  const evidence = { kind: 'UX_REVIEW', submittedBy: 'pam', initiativeOwnerId: 'olga', outcome: null } as const;

  it.each([
    ['voting', 'gate:vote', voteDeed(standing())],
    ['deciding', 'gate:decide', decideDeed(standing())],
    ['calling off', 'review:cancel', cancelDeed({ status: 'OPEN' })],
    ['commenting', 'comment:post', commentOnReviewDeed()],
    ['reviewing evidence', 'evidence:review', reviewEvidenceDeed(evidence)],
    ['deciding a waiver', 'waiver:decide', decideWaiverDeed(waiver, active)],
    ['revoking a waiver', 'waiver:revoke', revokeWaiverDeed(waiver, active)],
  ] as const)('%s is for the roles of %s, and nothing stands against it by itself', (_what, action, deed) => {
    expect(against(deed)).toEqual([]);
    expect(rolesFor(action).every((role) => mayBy(deed, role))).toBe(true);
    expect(mayBy(deed, 'INTEGRATION')).toBe(false);
  });

  it('is no vote and no decision of the owner or the sponsor', () => {
    for (const deed of [voteDeed(standing()), decideDeed(standing())]) {
      expect(against(deed, 'olga')).toEqual(['OWNER_CANNOT_VOTE']);
      expect(against(deed, 'sam')).toEqual(['OWNER_CANNOT_VOTE']);
    }
  });

  it('is over with the review: then that is the only reason against deciding', () => {
    const over = standing({ ...reviewOf('DECIDED'), quorum: 3 });
    expect(against(voteDeed(over))).toEqual(['WRONG_STATE']);
    expect(against(decideDeed(over), 'olga')).toEqual(['WRONG_STATE']);
    expect(against(cancelDeed({ status: 'CANCELLED' }))).toEqual(['WRONG_STATE']);
    expect(against(commentOnReviewDeed())).toEqual([]);
  });

  it('waits for the quorum, in which the own vote counts', () => {
    const two = (...votes: CastVote[]) => against(decideDeed(standing({ quorum: 2, votes })));
    expect(two()).toEqual(['QUORUM_NOT_MET']);
    expect(two(vote('gil', 'GO'))).toEqual(['QUORUM_NOT_MET']);
    expect(two(vote('gus', null))).toEqual(['QUORUM_NOT_MET']);
    expect(two(vote('gus', 'KILL'))).toEqual([]);
  });

  it('is no decision on an initiative that is not ACTIVE', () => {
    const held = standing({ initiative: { status: 'ON_HOLD', ownerId: 'olga', sponsorId: null } });
    expect(against(decideDeed(held))).toEqual(['WRONG_STATE']);
    expect(against(voteDeed(held))).toEqual([]);
  });

  it("is no review of one's own evidence, nor of what was reviewed", () => {
    expect(against(reviewEvidenceDeed(evidence), 'pam')).toEqual(['SELF_REVIEW']);
    expect(against(reviewEvidenceDeed({ ...evidence, outcome: 'RETURNED' }))).toEqual(['WRONG_STATE']);
  });

  it("is no decision on one's own waiver, and none on one that is over", () => {
    expect(against(decideWaiverDeed(waiver, active), 'pam')).toEqual(['SELF_REVIEW']);
    expect(against(decideWaiverDeed({ ...waiver, status: 'EXPIRED' }, active))).toEqual(['WRONG_STATE']);
    expect(against(revokeWaiverDeed({ ...waiver, status: 'DENIED' }, active))).toEqual(['WRONG_STATE']);
    expect(against(revokeWaiverDeed(waiver, { ...active, status: 'KILLED' }))).toEqual(['WRONG_STATE']);
  });
});
