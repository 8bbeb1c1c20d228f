import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { dueBySla, mayRequestReview } from '../../../domain/gates/request-review.js';
import type { GateReview } from '../../../domain/gates/review.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { GateSurroundings } from '../queries/gate-surroundings.js';

export interface ReviewRequest {
  readonly note: string | null;
  readonly dueOn: CalendarDate | null;
}

/**
 * Asks the gatekeepers to decide the exit gate of the current stage (law 8). It takes PROGRAM_MANAGER. WRONG_STATE while
 * another review is open, for an initiative that is not ACTIVE, and in the last stage; INVALID for a due date in the past.
 * Without a due date it is due by the gate's `slaDays`.
 */
@Injectable()
export class RequestGateReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly surroundings: GateSurroundings,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, initiativeId: string, { note, dueOn }: ReviewRequest): Promise<Result<GateReview>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
      if (!initiative || !requireAccess(viewer, 'review:request', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const stamp = this.trail.stamp(viewer);
      const { gate, openReview, timeZone } = await this.surroundings.of(initiative, tx);
      const today = dateAt(stamp.at, timeZone);
      const refusals = mayRequestReview({
        status: initiative.status,
        gateKey: gate?.definition.key ?? null,
        openReview,
        dueOn,
        today,
      });
      if (refusals.length > 0 || !gate) {
        return refuse(...refusals);
      }
      const review: GateReview = {
        id: newId(),
        portfolioId: initiative.portfolioId,
        initiativeId,
        gateKey: gate.definition.key,
        status: 'OPEN',
        requestedBy: viewer.userId,
        requestedAt: stamp.at,
        dueOn: dueOn ?? dueBySla(today, gate.definition.slaDays),
        note,
        cancelledAt: null,
        cancelledBy: null,
        cancelReason: null,
      };
      await this.repository.insertReview(tx, review);
      await this.trail.append(tx, initiative, stamp, {
        action: 'gateReview.requested',
        subjectType: 'GateReview',
        subjectId: review.id,
        changes: { gateKey: review.gateKey, dueOn: review.dueOn, note },
      });
      return accept(review);
    });
  }
}
