import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StatusUpdateEntity } from './status-update.entity.js';

@Injectable()
export class StatusUpdateRepository {
  async insert(tx: Tx, update: StatusUpdateEntity): Promise<void> {
    await tx.manager.insert(StatusUpdateEntity, update);
  }
}
