import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { tidy, unreadable } from '../../../domain/basics/text.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { InboundDeliveryRepository } from '../persistence/inbound-delivery.repository.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';
import { ReplayTables } from '../queries/replay-table.js';

const LONGEST_REASON = 4_000;

/**
 * Lets a delivery be that could not be applied, with a reason, so that the health of its connection counts it no more; it
 * takes ADMIN or PROGRAM_MANAGER. Its status and its content stay as they are, and a replay takes the dismissal back.
 * WRONG_STATE unless it is QUARANTINED or FAILED, and where it was dismissed already; INVALID without a reason of 1 to 4,000
 * characters.
 */
@Injectable()
export class DismissDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: ReplayTables,
    private readonly repository: InboundDeliveryRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, id: string, reason: string): Promise<Result<InboundDelivery>> {
    const done = await this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, id, tx);
      if (!table || !requireAccess(viewer, 'delivery:replay', table.delivery.portfolioId)) {
        return refuse(notFound('The delivery', ['id']));
      }
      const { delivery } = table;
      const refusals = refusalsOf(delivery, reason);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const at = this.clock.now();
      const why = tidy(reason);
      await this.repository.dismiss(tx, delivery.id, { at, by: viewer.userId, why });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: delivery.portfolioId,
        at,
        actorId: viewer.userId,
        action: 'delivery.dismissed',
        subjectType: 'InboundDelivery',
        subjectId: delivery.id,
        changes: { status: delivery.status, reason: delivery.reason, dismissal: why },
      });
      return accept(null);
    });
    return done.ok ? accept(await this.tables.get(id)) : done;
  }
}

const refusalsOf = ({ status, dismissedAt }: InboundDelivery, reason: string): readonly Refusal[] => {
  const unfit = unreadable('reason', reason, LONGEST_REASON);
  const isUnapplied = status === 'QUARANTINED' || status === 'FAILED';
  const wrong = [
    ...(isUnapplied ? [] : [`It is ${status}; only what is QUARANTINED or FAILED can be dismissed.`]),
    ...(dismissedAt === null ? [] : [`It was dismissed at ${dismissedAt} already.`]),
  ];
  return [
    ...wrong.map((message) => ({ code: 'WRONG_STATE', message, field: ['id'] }) as const),
    ...(unfit === null ? [] : [invalid(['reason'], unfit)]),
  ];
};
