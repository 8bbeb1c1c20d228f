import { Injectable } from '@nestjs/common';
import { onBreach } from '../../../domain/gates/breach.js';
import type { GateCondition } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { MoveInitiative } from '../../initiatives/commands/move-initiative.js';
import { GateRepository } from '../persistence/gate.repository.js';

/** Writes what follows from one overdue condition, in the transaction of the caller. */
@Injectable()
export class BreachCondition {
  constructor(
    private readonly repository: GateRepository,
    private readonly move: MoveInitiative,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(tx: Tx, initiative: Initiative, condition: GateCondition): Promise<void> {
    const { id, text, dueOn, ownerId } = condition;
    const consequence = onBreach(initiative.status);
    if (consequence === 'LEAVE') {
      return;
    }
    const stamp = this.trail.systemStamp();
    await this.repository.breachCondition(tx, id, stamp.at);
    const after =
      consequence === 'HOLD'
        ? await this.move.toStatus(
            tx,
            initiative,
            'ON_HOLD',
            `Condition breached: "${text}" was due on ${dueOn}.`,
            stamp,
          )
        : initiative;
    await this.trail.append(tx, initiative, stamp, {
      action: 'gateCondition.breached',
      subjectType: 'GateCondition',
      subjectId: id,
      changes: { text, dueOn, ownerId, status: { from: initiative.status, to: after.status } },
    });
  }
}
