import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Connections, type Connection } from '../../connections/queries/connections.js';
import { InboundDeliveries, type InboundDelivery } from './inbound-deliveries.js';

/** A delivery, which stays locked until the transaction ends, and the connection it came by. */
export interface ReplayTable {
  readonly delivery: InboundDelivery;
  readonly connection: Connection;
}

@Injectable()
export class ReplayTables {
  constructor(
    private readonly deliveries: InboundDeliveries,
    private readonly connections: Connections,
  ) {}

  /** For whoever has a delivery applied anew. */
  async lockSeenBy(viewer: Viewer, id: string, tx: Tx): Promise<ReplayTable | null> {
    const seen = await this.deliveries.seenBy(viewer, id, tx);
    return (
      seen && {
        delivery: await this.deliveries.lock(seen.id, tx),
        connection: await this.connections.get(seen.connectionId, tx),
      }
    );
  }

  /** The delivery as it stands. */
  get(id: string): Promise<InboundDelivery> {
    return this.deliveries.get(id);
  }
}
