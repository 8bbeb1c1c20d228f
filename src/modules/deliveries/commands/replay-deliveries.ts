import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Connections } from '../../connections/queries/connections.js';
import { requireAccess } from '../../identity/access.js';
import { BeginReplay, type ReplayRange } from './begin-replay.js';
import { DeliverySignal } from './delivery-signal.js';

/**
 * Has all deliveries of a connection that came since an instant, stand at one of the statuses and still have their content
 * applied anew, in a moment; it takes ADMIN or PROGRAM_MANAGER. Answers how many. INVALID without a status.
 */
@Injectable()
export class ReplayDeliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly connections: Connections,
    private readonly begin: BeginReplay,
    private readonly signal: DeliverySignal,
  ) {}

  async run(viewer: Viewer, connectionId: string, range: ReplayRange): Promise<Result<number>> {
    const begun = await this.work.run(async (tx) => {
      const connection = await this.connections.seenBy(viewer, connectionId, tx);
      if (!connection || !requireAccess(viewer, 'delivery:replay', connection.portfolioId)) {
        return refuse(notFound('The connection', ['connectionId']));
      }
      if (range.statuses.length === 0) {
        return refuse(invalid(['statuses'], 'statuses must name at least one.'));
      }
      return accept(await this.begin.ofMany(tx, viewer, connection, range));
    });
    if (begun.ok && begun.value > 0) {
      this.signal.raise();
    }
    return begun;
  }
}
