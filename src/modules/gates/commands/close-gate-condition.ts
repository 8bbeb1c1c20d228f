import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { mayClose } from '../../../domain/gates/condition.js';
import type { GateCondition } from '../../../domain/gates/review.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateRepository } from '../persistence/gate.repository.js';
import { GateConditions } from '../queries/gate-conditions.js';

export interface Closure {
  readonly note: string;
  readonly url: string | null;
}

/**
 * Closes a condition of an earlier decision, with a note of how it was met: the next gate is no longer locked by it. It
 * takes PROGRAM_MANAGER. A breached one can be closed late; the initiative stays on hold until it is resumed. WRONG_STATE
 * once it is closed.
 */
@Injectable()
export class CloseGateCondition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly conditions: GateConditions,
    private readonly repository: GateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, id: string, { note, url }: Closure): Promise<Result<GateCondition>> {
    return this.work.run(async (tx) => {
      const found = await this.conditions.seenBy(viewer, id, tx);
      const initiative = found && (await this.initiatives.lock(found.initiativeId, tx));
      if (!initiative || !requireAccess(viewer, 'condition:close', initiative.portfolioId)) {
        return refuse(notFound('The condition', ['id']));
      }
      // Read again under the lock: somebody may have closed it, or the system breached it, in between.
      const condition = (await this.conditions.byId(id, tx)) ?? found;
      const refusals = mayClose(condition);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = this.trail.stamp(viewer);
      const closed: GateCondition = {
        ...condition,
        status: 'CLOSED',
        closedAt: stamp.at,
        closedBy: stamp.by,
        closeNote: note,
        closeUrl: url,
      };
      await this.repository.closeCondition(tx, closed);
      await this.trail.append(tx, initiative, stamp, {
        action: 'gateCondition.closed',
        subjectType: 'GateCondition',
        subjectId: id,
        changes: { text: condition.text, status: { from: condition.status, to: 'CLOSED' }, note, url },
      });
      return accept(closed);
    });
  }
}
