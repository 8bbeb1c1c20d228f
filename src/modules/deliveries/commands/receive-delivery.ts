import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import { keptHeaders } from '../../../tools/kept-headers.js';
import { keyOf, readDelivery, type DeliveryReading } from '../../../tools/read-delivery.js';
import { readBody } from '../../../tools/reading/read-body.js';
import type { RawDelivery } from '../../../tools/tool-adapter.js';
import type { Connection } from '../../connections/queries/connections.js';
import { InboundDeliveryRepository, type NewDelivery } from '../persistence/inbound-delivery.repository.js';
import { DeliverySignal } from './delivery-signal.js';

/** The largest body that is kept, in bytes: 5 MB. */
export const LARGEST_KEPT = 5_000_000;

/** What a tool is told of its delivery. */
export type Receipt = 'received' | 'duplicate' | 'ignored' | 'quarantined';

type Fate = Pick<NewDelivery, 'status' | 'eventName' | 'reason' | 'body'>;

/**
 * Keeps an authentic delivery, once: one that comes again is only counted. What is sure not to concern us is IGNORED at
 * once, and what cannot be read, or is over 5 MB, is QUARANTINED; all else is RECEIVED and applied in a moment, or once its
 * connection is resumed. No tool is asked anything meanwhile.
 */
@Injectable()
export class ReceiveDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: InboundDeliveryRepository,
    private readonly signal: DeliverySignal,
    private readonly clock: Clock,
  ) {}

  async run(connection: Connection, delivery: RawDelivery): Promise<Receipt> {
    const fresh = this.deliveryOf(connection, delivery);
    const kept = await this.work.run(async (tx) => accept(await this.repository.insert(tx, fresh)));
    if (!kept.ok || !kept.value) {
      return 'duplicate';
    }
    if (fresh.dueAt !== null) {
      this.signal.raise();
    }
    return RECEIPTS[fresh.status];
  }

  private deliveryOf(connection: Connection, delivery: RawDelivery): NewDelivery {
    const adapter = ADAPTERS[connection.tool];
    const receivedAt = this.clock.now();
    const isTooLarge = delivery.body.length > LARGEST_KEPT;
    const fate = isTooLarge
      ? tooLarge(delivery)
      : fateOf(readDelivery(adapter, delivery, connection.settings), delivery.body);
    return {
      id: newId(),
      portfolioId: connection.portfolioId,
      connectionId: connection.id,
      deliveryKey: keyOf(adapter, delivery, isTooLarge ? null : readBody(delivery)),
      receivedAt,
      headers: keptHeaders(delivery.headers),
      bodySha256: createHash('sha256').update(delivery.body).digest(),
      dueAt: fate.status === 'RECEIVED' && !connection.paused ? receivedAt : null,
      ...fate,
    };
  }
}

const RECEIPTS = { RECEIVED: 'received', IGNORED: 'ignored', QUARANTINED: 'quarantined' } as const;

const tooLarge = ({ body }: RawDelivery): Fate => ({
  status: 'QUARANTINED',
  eventName: null,
  reason: `The body has ${body.length} bytes; over ${LARGEST_KEPT / 1_000_000} MB it is not kept.`,
  body: null,
});

const fateOf = (reading: DeliveryReading, body: Uint8Array): Fate => {
  const { eventName } = reading;
  switch (reading.outcome) {
    case 'APPLY':
      return { status: 'RECEIVED', eventName, reason: null, body };
    case 'IGNORE':
      return { status: 'IGNORED', eventName, reason: reading.reason, body: reading.isComment ? null : body };
    case 'QUARANTINE':
      return { status: 'QUARANTINED', eventName, reason: reading.reason, body };
  }
};
