import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import type { Connection } from '../../connections/queries/connections.js';
import { InboundDeliveryRepository } from '../persistence/inbound-delivery.repository.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';

/** Which deliveries of a connection: those that came since, and stand at one of these. */
export interface ReplayRange {
  readonly since: Instant;
  readonly statuses: readonly InboundDeliveryStatus[];
}

/** Makes deliveries due as though they had just come, and tells the audit trail of the portfolio who had it done. */
@Injectable()
export class BeginReplay {
  constructor(
    private readonly repository: InboundDeliveryRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async ofOne(tx: Tx, viewer: Viewer, { id, portfolioId, status, reason }: InboundDelivery): Promise<void> {
    const at = this.clock.now();
    await this.repository.beginAnew(tx, id, at);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId,
      at,
      actorId: viewer.userId,
      action: 'delivery.replayed',
      subjectType: 'InboundDelivery',
      subjectId: id,
      changes: { status, reason },
    });
  }

  /** How many there were. Those of a paused connection wait until it is resumed. */
  async ofMany(tx: Tx, viewer: Viewer, connection: Connection, range: ReplayRange): Promise<number> {
    const at = this.clock.now();
    const count = await this.repository.makeDue(tx, connection.id, range, connection.paused ? null : at);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: connection.portfolioId,
      at,
      actorId: viewer.userId,
      action: 'deliveries.replayed',
      subjectType: 'IntegrationConnection',
      subjectId: connection.id,
      changes: { ...range, count },
    });
    return count;
  }
}
