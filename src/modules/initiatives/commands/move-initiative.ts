import { Injectable } from '@nestjs/common';
import type { Initiative, InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeRepository, type Stamp } from '../persistence/initiative.repository.js';

/** Carries out what was decided of an initiative, in the transaction of the decision. It decides nothing and is open to no client. */
@Injectable()
export class MoveInitiative {
  constructor(private readonly repository: InitiativeRepository) {}

  /** Ends the visit to the stage it stands in and begins one to another. */
  toStage(tx: Tx, initiative: Initiative, stageKey: string, stamp: Stamp): Promise<Initiative> {
    return this.repository.move(tx, initiative, stageKey, stamp);
  }

  toStatus(
    tx: Tx,
    initiative: Initiative,
    status: InitiativeStatus,
    reason: string,
    stamp: Stamp,
  ): Promise<Initiative> {
    return this.repository.changeStatus(tx, initiative, status, reason, stamp);
  }
}
