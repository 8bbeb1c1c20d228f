import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { InboundDeliveries, type KeptDelivery } from '../queries/inbound-deliveries.js';
import { ApplyKept } from './apply-kept.js';
import { DeliveryCounts, type DeliveryOutcome } from './delivery-counts.js';
import { NoteFailure } from './note-failure.js';

/**
 * Applies a delivery that is due, in one transaction, which holds it against all others that apply deliveries. One that
 * fails leaves nothing behind but a note of it, and is tried again; a process that dies meanwhile leaves it due.
 */
@Injectable()
export class ApplyDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: InboundDeliveries,
    private readonly applyKept: ApplyKept,
    private readonly noteFailure: NoteFailure,
    private readonly counts: DeliveryCounts,
  ) {}

  /** Applies the one that is due longest; false where none is due, or others have them all. */
  next(): Promise<boolean> {
    return this.apply((tx) => this.deliveries.nextDue(tx));
  }

  /** Applies this one, unless somebody else has settled it meanwhile. */
  async one(id: string): Promise<void> {
    await this.apply(async (tx) => {
      const delivery = await this.deliveries.lock(id, tx);
      return delivery.status === 'RECEIVED' ? delivery : null;
    });
  }

  private async apply(take: (tx: Tx) => Promise<KeptDelivery | null>): Promise<boolean> {
    // An assignment in a callback is unseen by the compiler, so it takes a place to be assigned to.
    const taken: { delivery: KeptDelivery | null } = { delivery: null };
    try {
      const result = await this.work.run(async (tx) => {
        taken.delivery = await take(tx);
        return accept(taken.delivery && (await this.applyKept.run(tx, taken.delivery)));
      });
      if (taken.delivery && result.ok && result.value) {
        this.counts.note(taken.delivery.tool, OUTCOMES[result.value]);
      }
    } catch (error) {
      if (!taken.delivery) {
        throw error;
      }
      this.counts.note(taken.delivery.tool, await this.noteFailure.run(taken.delivery, error));
    }
    return taken.delivery !== null;
  }
}

const OUTCOMES = {
  APPLIED: 'applied',
  DUPLICATE: 'known',
  IGNORED: 'ignored',
  QUARANTINED: 'quarantined',
  FAILED: 'failed',
} as const satisfies Record<string, DeliveryOutcome>;
