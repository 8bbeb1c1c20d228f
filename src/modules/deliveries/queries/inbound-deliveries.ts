import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import type { TicketTool } from '../../../domain/tickets/ticket.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { isId } from '../../../platform/ids.js';
import { Connections } from '../../connections/queries/connections.js';
import { requireAccess } from '../../identity/access.js';

/** What a tool sent, without its content. */
export interface InboundDelivery {
  readonly id: string;
  readonly portfolioId: string;
  readonly connectionId: string;
  readonly deliveryKey: string;
  readonly eventName: string | null;
  readonly status: InboundDeliveryStatus;
  readonly reason: string | null;
  readonly repetitions: number;
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly isContentKept: boolean;
  /** When somebody let it be; null: nobody did, as with the two that follow. */
  readonly dismissedAt: Instant | null;
  readonly dismissedById: string | null;
  readonly dismissal: string | null;
}

/** A delivery with what is needed to apply it. */
export interface KeptDelivery extends InboundDelivery {
  readonly tool: TicketTool;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nothing of it was kept, or not any more. */
  readonly body: Uint8Array | null;
}

export interface DeliveryPaging {
  readonly status: InboundDeliveryStatus | null;
  /** True: only what somebody let be; false: only the rest; null: all. */
  readonly dismissed: boolean | null;
  readonly first: number;
  readonly after: string | null;
}

const COLUMNS = `
  d.id, d.portfolio_id AS "portfolioId", d.connection_id AS "connectionId", d.delivery_key AS "deliveryKey",
  d.event_name AS "eventName", d.status, d.reason, d.repetitions, d.received_at AS "receivedAt",
  d.settled_at AS "settledAt", d.attempts, d.due_at AS "nextAttemptAt", d.body IS NOT NULL AS "isContentKept",
  d.dismissed_at AS "dismissedAt", d.dismissed_by AS "dismissedById", d.dismissal`;

const BY_ID = `SELECT ${COLUMNS} FROM inbound_delivery d WHERE d.id = $1`;
const PAGE = `
  SELECT ${COLUMNS} FROM inbound_delivery d
  WHERE d.connection_id = $1 AND (d.received_at, d.id) < ($2::timestamptz, $3::uuid)
    AND ($5::boolean IS NULL OR (d.dismissed_at IS NOT NULL) = $5)
  ORDER BY d.received_at DESC, d.id DESC LIMIT $4`;
const PAGE_OF_STATUS = `
  SELECT ${COLUMNS} FROM inbound_delivery d
  WHERE d.connection_id = $1 AND d.status = $6 AND ($5::boolean IS NULL OR (d.dismissed_at IS NOT NULL) = $5)
    AND (d.received_at, d.id) < ($2::timestamptz, $3::uuid)
  ORDER BY d.received_at DESC, d.id DESC LIMIT $4`;
const KEPT = `
  ${COLUMNS}, d.headers, d.body, (SELECT c.tool FROM integration_connection c WHERE c.id = d.connection_id) AS tool`;
const NEXT_DUE = `
  SELECT ${KEPT} FROM inbound_delivery d WHERE d.due_at <= $1
  ORDER BY d.due_at, d.received_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
const LOCK = `SELECT ${KEPT} FROM inbound_delivery d WHERE d.id = $1 FOR UPDATE`;

const LIST = 'inbound-deliveries';
const BEFORE_ALL = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

@Injectable()
export class InboundDeliveries {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  /** A page of what came by a connection, the newest first; BAD_USER_INPUT for a connection the viewer may not know of. */
  async pageSeenBy(
    viewer: Viewer,
    connectionId: string,
    { status, dismissed, first, after }: DeliveryPaging,
  ): Promise<Page<InboundDelivery>> {
    if (!(await this.connections.seenBy(viewer, connectionId))) {
      throw fault('BAD_USER_INPUT', `There is no connection ${connectionId}, or you may not know of it.`);
    }
    const [receivedAt, id] = decodeCursor(LIST, after, ['instant', 'id']) ?? BEFORE_ALL;
    const parameters = [connectionId, receivedAt, id, first + 1, dismissed];
    const rows =
      status === null
        ? await this.database.rows<InboundDelivery>(PAGE, parameters)
        : await this.database.rows<InboundDelivery>(PAGE_OF_STATUS, [...parameters, status]);
    return pageOf(rows, first, after, (row) => encodeCursor(LIST, [row.receivedAt, row.id]));
  }

  /** The delivery with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<InboundDelivery | null> {
    const delivery = isId(id) ? await this.database.row<InboundDelivery>(BY_ID, [id], tx) : null;
    return requireAccess(viewer, 'portfolio:read', delivery?.portfolioId) ? delivery : null;
  }

  /** A delivery that is known to be there. */
  async get(id: string, tx?: Tx): Promise<InboundDelivery> {
    const delivery = await this.database.row<InboundDelivery>(BY_ID, [id], tx);
    if (!delivery) {
      throw new Error(`Delivery ${id} is referred to but not there.`);
    }
    return delivery;
  }

  /** The delivery that is due longest and that nobody else has taken; it stays locked until the transaction ends. */
  nextDue(tx: Tx): Promise<KeptDelivery | null> {
    return this.database.row<KeptDelivery>(NEXT_DUE, [this.clock.now()], tx);
  }

  /** A delivery that is known to be there, locked until the transaction ends. */
  async lock(id: string, tx: Tx): Promise<KeptDelivery> {
    const delivery = await this.database.row<KeptDelivery>(LOCK, [id], tx);
    if (!delivery) {
      throw new Error(`Delivery ${id} is referred to but not there.`);
    }
    return delivery;
  }
}
