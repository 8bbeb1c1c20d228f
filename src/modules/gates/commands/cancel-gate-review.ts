import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { checkReason } from '../../../domain/basics/reason.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { unlessOpen } from '../../../domain/gates/request-review.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { ReviewTables } from '../queries/review-table.js';

/**
 * Calls an open review off, with a reason; the votes cast in it stay on record and count for nothing. It takes
 * PROGRAM_MANAGER. WRONG_STATE once it is decided or cancelled; INVALID for a blank reason.
 */
@Injectable()
export class CancelGateReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: ReviewTables,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, reviewId: string, reason: string): Promise<Result<GateReview>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, reviewId, tx);
      if (!table || !requireAccess(viewer, 'review:cancel', table.review.portfolioId)) {
        return refuse(notFound('The review', ['reviewId']));
      }
      const refusals = [...checkReason(reason), ...unlessOpen(table.review)];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = this.trail.stamp(viewer);
      const review: GateReview = {
        ...table.review,
        status: 'CANCELLED',
        cancelledAt: stamp.at,
        cancelledBy: stamp.by,
        cancelReason: reason,
      };
      await this.repository.cancelReview(tx, review);
      await this.trail.append(tx, table.initiative, stamp, {
        action: 'gateReview.cancelled',
        subjectType: 'GateReview',
        subjectId: review.id,
        changes: { gateKey: review.gateKey, reason },
      });
      return accept(review);
    });
  }
}
