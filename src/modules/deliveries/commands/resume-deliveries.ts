import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { InboundDeliveryRepository } from '../persistence/inbound-delivery.repository.js';

/** Makes due what came for connections while they were paused and are not any more, in the order it came; a thousand of each at a time. */
@Injectable()
export class ResumeDeliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: InboundDeliveryRepository,
  ) {}

  async run(): Promise<void> {
    await this.work.run(async (tx) => {
      await this.repository.unpark(tx);
      return accept(null);
    });
  }
}
