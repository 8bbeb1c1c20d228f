import { Injectable } from '@nestjs/common';
import type { Action, Viewer } from '../../../domain/access/access.js';
import { checkReason } from '../../../domain/basics/reason.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { Initiative, InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import { mayReopen, mayResume } from '../../../domain/initiatives/moving-again.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../queries/initiatives.js';
import { InitiativeTrail } from './initiative-trail.js';
import { MoveInitiative } from './move-initiative.js';

interface Again {
  readonly access: Action;
  readonly audited: string;
  readonly may: (status: InitiativeStatus) => readonly Refusal[];
}

const RESUME: Again = { access: 'initiative:resume', audited: 'initiative.resumed', may: mayResume };
const REOPEN: Again = { access: 'initiative:reopen', audited: 'initiative.reopened', may: mayReopen };

/** Lets an initiative that was stopped move again, at the stage it stood in, with a reason. */
@Injectable()
export class MoveAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly move: MoveInitiative,
    private readonly trail: InitiativeTrail,
  ) {}

  /**
   * Resumes an initiative that is ON_HOLD. It takes PROGRAM_MANAGER or GATEKEEPER. A condition that was breached stays open
   * and keeps the next gate locked. WRONG_STATE for any other; INVALID for a blank reason.
   */
  resume(viewer: Viewer, id: string, reason: string): Promise<Result<Initiative>> {
    return this.run(viewer, id, reason, RESUME);
  }

  /** Reopens an initiative that is KILLED. It takes ADMIN. WRONG_STATE for any other; INVALID for a blank reason. */
  reopen(viewer: Viewer, id: string, reason: string): Promise<Result<Initiative>> {
    return this.run(viewer, id, reason, REOPEN);
  }

  private run(
    viewer: Viewer,
    id: string,
    reason: string,
    { access, audited, may }: Again,
  ): Promise<Result<Initiative>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, id, tx);
      if (!initiative || !requireAccess(viewer, access, initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['id']));
      }
      const refusals = [...checkReason(reason), ...may(initiative.status)];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = this.trail.stamp(viewer);
      const moving = await this.move.toStatus(tx, initiative, 'ACTIVE', reason, stamp);
      await this.trail.append(tx, initiative, stamp, {
        action: audited,
        changes: { status: { from: initiative.status, to: moving.status }, stage: moving.stageKey, reason },
      });
      return accept(moving);
    });
  }
}
