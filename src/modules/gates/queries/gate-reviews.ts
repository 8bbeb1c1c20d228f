import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { GateReview, GateVote } from '../../../domain/gates/review.js';
import type { CastVote } from '../../../domain/gates/decide-gate.js';
import { liveVotes } from '../../../domain/gates/vote.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** A review, of table `gate_review` itself. */
export const REVIEW = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", gate_key AS "gateKey", status,
    requested_by AS "requestedBy", requested_at AS "requestedAt", due_on AS "dueOn", note,
    cancelled_at AS "cancelledAt", cancelled_by AS "cancelledBy", cancel_reason AS "cancelReason"
  FROM gate_review`;
const BY_IDS = `${REVIEW} WHERE id = ANY($1)`;
const BY_ID = `${REVIEW} WHERE id = $1`;
const OPEN_OF_INITIATIVES = `${REVIEW} WHERE initiative_id = ANY($1) AND status = 'OPEN'`;
const VOTES_OF_REVIEWS = `
  SELECT v.review_id AS "reviewId", v.voter_id AS "voterId", v.outcome, v.comment, v.cast_at AS "castAt",
    coalesce('GATEKEEPER' = ANY(m.roles), false) AS "isGatekeeper"
  FROM gate_vote v LEFT JOIN portfolio_member m ON m.portfolio_id = v.portfolio_id AND m.user_id = v.voter_id
  WHERE v.review_id = ANY($1) ORDER BY v.review_id, v.sequence`;

/** A vote as it was cast, and whether its voter is a gatekeeper of the portfolio still. */
export type VoteInReview = GateVote & CastVote;

@Injectable()
export class GateReviews {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, GateReview | null>(
    async (ids) => new Map((await this.database.rows<GateReview>(BY_IDS, [ids])).map((review) => [review.id, review])),
    () => null,
  );

  /** The open review of an initiative; there is at most one. */
  readonly openOf = loader<string, GateReview | null>(
    async (ids) => new Map((await this.openOfInitiatives(ids)).map((review) => [review.initiativeId, review])),
    () => null,
  );

  /** The live votes of a review, one per voter. */
  readonly votesOf = loader<string, readonly VoteInReview[]>(
    async (ids) => {
      const votes = groupBy(await this.votesOfReviews(ids), (vote) => vote.reviewId);
      return new Map([...votes].map(([id, cast]) => [id, liveVotes(cast)]));
    },
    () => [],
  );

  openOfInitiatives(ids: readonly string[], tx?: Tx): Promise<readonly GateReview[]> {
    return this.database.rows<GateReview>(OPEN_OF_INITIATIVES, [ids], tx);
  }

  /** Every vote in the order it was cast. */
  votesOfReviews(ids: readonly string[], tx?: Tx): Promise<readonly VoteInReview[]> {
    return this.database.rows<VoteInReview>(VOTES_OF_REVIEWS, [ids], tx);
  }

  /** The review with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<GateReview | null> {
    const review = isId(id) ? await this.database.row<GateReview>(BY_ID, [id], tx) : null;
    return requireAccess(viewer, 'portfolio:read', review?.portfolioId) ? review : null;
  }
}
