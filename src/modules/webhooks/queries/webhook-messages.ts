import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import type { Message } from '../../../domain/webhooks/message.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

export const MESSAGE_STATUSES = ['PENDING', 'DELIVERED', 'GIVEN_UP'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export interface WebhookMessage {
  readonly id: string;
  readonly portfolioId: string;
  readonly endpointId: string;
  readonly eventType: WebhookEventType;
  readonly sequence: number;
  readonly occurredAt: Instant;
  readonly data: Message['data'];
  readonly status: MessageStatus;
  readonly failures: number;
  readonly dueAt: Instant | null;
  readonly settledAt: Instant | null;
}

export interface WebhookAttempt {
  readonly messageId: string;
  readonly number: number;
  readonly attemptedAt: Instant;
  readonly durationMs: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number | null;
  readonly response: string | null;
  readonly error: string | null;
}

const COLUMNS = `
  id, portfolio_id AS "portfolioId", endpoint_id AS "endpointId", event_type AS "eventType", sequence, occurred_at AS "occurredAt",
  data, status, failures, due_at AS "dueAt", settled_at AS "settledAt"`;
const BY_ID = `SELECT ${COLUMNS} FROM webhook_message WHERE id = $1`;
const OF_ENDPOINT = `
  SELECT ${COLUMNS} FROM webhook_message
  WHERE endpoint_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`;
const ATTEMPTS = `
  SELECT message_id AS "messageId", number, attempted_at AS "attemptedAt", duration_ms AS "durationMs",
    request_headers AS "requestHeaders", status, response, error
  FROM webhook_attempt WHERE message_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3`;
const LATEST = 2_147_483_647;

@Injectable()
export class WebhookMessages {
  constructor(private readonly database: Database) {}

  /** The message with this id, as far as the viewer may know of it. FORBIDDEN for members who may not manage endpoints. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<WebhookMessage | null> {
    const message = isId(id) ? await this.database.row<WebhookMessage>(BY_ID, [id], tx) : null;
    return message && requireAccess(viewer, 'webhook:manage', message.portfolioId) ? message : null;
  }

  /** A page of the messages of an endpoint, the newest first. */
  async pageOfEndpoint(
    endpointId: string,
    status: MessageStatus | null,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<WebhookMessage>> {
    const list = `webhook-messages:${endpointId}:${status ?? ''}`;
    const [before = null] = decodeCursor(list, after, ['id']) ?? [];
    const rows = await this.database.rows<WebhookMessage>(OF_ENDPOINT, [endpointId, status, before, first + 1]);
    return pageOf(rows, first, after, ({ id }) => encodeCursor(list, [id]));
  }

  /** A page of the attempts to deliver a message, the newest first. */
  async attemptsOf(messageId: string, first: number, after: string | null | undefined): Promise<Page<WebhookAttempt>> {
    const list = `webhook-attempts:${messageId}`;
    const [before = LATEST] = decodeCursor(list, after, ['number']) ?? [];
    const rows = await this.database.rows<WebhookAttempt>(ATTEMPTS, [messageId, before, first + 1]);
    return pageOf(rows, first, after, ({ number }) => encodeCursor(list, [number]));
  }
}
