import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { retryWait } from '../../../domain/deliveries/retry-schedule.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { describeFailure } from '../../../platform/failure.js';
import { logFailure } from '../../../platform/logging.js';
import { InboundDeliveryRepository } from '../persistence/inbound-delivery.repository.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';

/**
 * Notes that a delivery could not be applied, after the transaction that tried was rolled back: it is tried again by the
 * schedule of retries, and after the last of them it is FAILED. What went wrong is told in words for people.
 */
@Injectable()
export class NoteFailure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: InboundDeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /** `delivery` as it stood when it was tried; what it comes to from here on. */
  async run({ id, attempts }: Pick<InboundDelivery, 'id' | 'attempts'>, error: unknown): Promise<'retried' | 'failed'> {
    const reason = describeFailure(error, logFailure).message;
    const now = this.clock.now();
    const wait = retryWait(attempts + 1, Math.random());
    await this.work.run(async (tx) => {
      if (wait === null) {
        await this.repository.fail(tx, id, attempts, reason, now);
      } else {
        await this.repository.retryAt(tx, id, attempts, instantOf(millisecondsOf(now) + wait), reason);
      }
      return accept(null);
    });
    return wait === null ? 'failed' : 'retried';
  }
}
