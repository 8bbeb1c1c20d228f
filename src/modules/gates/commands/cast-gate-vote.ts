import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { unlessOpen } from '../../../domain/gates/request-review.js';
import { mayVote, type GateOutcome } from '../../../domain/gates/vote.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { ReviewTables } from '../queries/review-table.js';

export interface VoteRequest {
  /** Null: abstains. */
  readonly outcome: GateOutcome | null;
  readonly comment: string | null;
}

/**
 * Casts a gatekeeper's vote, which takes the place of the one cast before (law 8). OWNER_CANNOT_VOTE for the initiative's
 * owner and its sponsor; WRONG_STATE once the review is decided or cancelled.
 */
@Injectable()
export class CastGateVote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: ReviewTables,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, reviewId: string, vote: VoteRequest): Promise<Result<GateReview>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, reviewId, tx);
      if (!table || !requireAccess(viewer, 'gate:vote', table.review.portfolioId)) {
        return refuse(notFound('The review', ['reviewId']));
      }
      const { review, initiative } = table;
      const refusals: Refusal[] = [...mayVote(initiative, viewer.userId), ...unlessOpen(review)];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = this.trail.stamp(viewer);
      await this.repository.insertVote(tx, review.portfolioId, {
        ...vote,
        reviewId,
        voterId: viewer.userId,
        castAt: stamp.at,
      });
      await this.trail.append(tx, initiative, stamp, {
        action: 'gateVote.cast',
        subjectType: 'GateReview',
        subjectId: reviewId,
        changes: { ...vote },
      });
      return accept(review);
    });
  }
}
