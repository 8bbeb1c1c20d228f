import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { InboundDeliveryRepository } from '../persistence/inbound-delivery.repository.js';

/** For how long the content of deliveries is kept, in days. */
export const KEPT_DAYS = 30;

const DAY = 86_400_000;
const AT_ONCE = 500;
const TOO_LATE = `It was not applied within ${KEPT_DAYS} days, and its content is not kept any longer.`;

/**
 * Drops the content of deliveries that came more than 30 days ago; its hash stays. What has not been applied by then is
 * FAILED. At most 500 at a time; answers how many there were.
 */
@Injectable()
export class DropBodies {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: InboundDeliveryRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const now = this.clock.now();
    const range = { before: instantOf(millisecondsOf(now) - KEPT_DAYS * DAY), most: AT_ONCE };
    const dropped = await this.work.run(async (tx) =>
      accept(await this.repository.dropBodies(tx, range, now, TOO_LATE)),
    );
    return dropped.ok ? dropped.value : 0;
  }
}
