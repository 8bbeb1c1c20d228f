import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import { readDelivery, type DeliveryReading } from '../../../tools/read-delivery.js';
import { Connections, type Connection } from '../../connections/queries/connections.js';
import { TakeIn } from '../../tickets/commands/take-in.js';
import { InboundDeliveryRepository, type Settlement } from '../persistence/inbound-delivery.repository.js';
import type { KeptDelivery } from '../queries/inbound-deliveries.js';

/**
 * Applies a delivery that the transaction holds locked, and settles it by what came of it. Its content is read anew, by the
 * settings of its connection as they are now. That of a paused connection is put by until it is resumed; that of a deleted
 * one is IGNORED. Whatever throws here rolls back all of it.
 */
@Injectable()
export class ApplyKept {
  constructor(
    private readonly connections: Connections,
    private readonly takeIn: TakeIn,
    private readonly repository: InboundDeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /** What it was settled as; null where it was put by. */
  async run(tx: Tx, delivery: KeptDelivery): Promise<Settlement['status'] | null> {
    const connection = await this.connections.get(delivery.connectionId, tx);
    if (connection.paused && connection.deletedAt === null) {
      await this.repository.park(tx, delivery.id);
      return null;
    }
    const settlement =
      connection.deletedAt === null
        ? await this.apply(tx, connection, delivery)
        : { status: 'IGNORED' as const, eventName: null, reason: 'the connection was deleted' };
    await this.repository.settle(tx, delivery.id, settlement, this.clock.now());
    return settlement.status;
  }

  private async apply(tx: Tx, connection: Connection, delivery: KeptDelivery): Promise<Settlement> {
    const reading = readingOf(connection, delivery);
    const { eventName } = reading;
    if (reading.outcome !== 'APPLY') {
      const status = reading.outcome === 'IGNORE' ? 'IGNORED' : 'QUARANTINED';
      return { status, eventName, reason: reading.reason };
    }
    const { verdict, reason } = await this.takeIn.run(tx, connection, reading.events, 'HOOK');
    return { status: verdict, eventName, reason: reason === '' ? null : reason };
  }
}

const readingOf = ({ tool, settings }: Connection, { headers, body }: KeptDelivery): DeliveryReading =>
  body === null
    ? { outcome: 'QUARANTINE', eventName: null, reason: 'Its content is not kept.' }
    : readDelivery(ADAPTERS[tool], { headers, body }, settings);
