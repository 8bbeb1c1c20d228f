import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';
import { ReplayTables, type ReplayTable } from '../queries/replay-table.js';
import { ApplyDelivery } from './apply-delivery.js';
import { BeginReplay } from './begin-replay.js';

/**
 * Applies a delivery anew, at once, whatever became of it before; it takes ADMIN or PROGRAM_MANAGER. It is read by the
 * settings of its connection as they are now, and has all its attempts again: one that fails is RECEIVED, and tried again in
 * a minute. WRONG_STATE where its content is not kept, and while its connection is paused or once it is deleted.
 */
@Injectable()
export class ReplayDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: ReplayTables,
    private readonly begin: BeginReplay,
    private readonly apply: ApplyDelivery,
  ) {}

  async run(viewer: Viewer, id: string): Promise<Result<InboundDelivery>> {
    const begun = await this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, id, tx);
      if (!table || !requireAccess(viewer, 'delivery:replay', table.delivery.portfolioId)) {
        return refuse(notFound('The delivery', ['id']));
      }
      const refusals = refusalsOf(table);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      await this.begin.ofOne(tx, viewer, table.delivery);
      return accept(null);
    });
    if (!begun.ok) {
      return begun;
    }
    await this.apply.one(id);
    return accept(await this.tables.get(id));
  }
}

const refusalsOf = ({ delivery, connection }: ReplayTable): readonly Refusal[] => {
  const reasons = [
    ...(delivery.isContentKept ? [] : ['Its content is not kept, so there is nothing to apply.']),
    ...(connection.deletedAt === null ? [] : ['Its connection was deleted.']),
    ...(connection.paused && connection.deletedAt === null
      ? ['Its connection is paused; what came is applied once it is resumed.']
      : []),
  ];
  return reasons.map((message) => ({ code: 'WRONG_STATE', message, field: ['id'] }));
};
