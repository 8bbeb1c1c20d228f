import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import type { Message } from '../../../domain/webhooks/message.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';
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
const OF_ENDPOINTS = `
  SELECT page.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM webhook_message
    WHERE endpoint_id = asked.id AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3)
    ORDER BY id DESC LIMIT $4) AS page`;
const ATTEMPTS = `
  SELECT page.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT message_id AS "messageId", number, attempted_at AS "attemptedAt", duration_ms AS "durationMs",
      request_headers AS "requestHeaders", status, response, error
    FROM webhook_attempt WHERE message_id = asked.id AND number < $2 ORDER BY number DESC LIMIT $3) AS page`;
const WAITING = `
  SELECT count(*)::int AS count, coalesce(extract(epoch FROM $1::timestamptz - min(occurred_at)), 0)::float8 AS seconds
  FROM webhook_message WHERE status = 'PENDING'`;
const LATEST = 2_147_483_647;
const ATTEMPT_LIST = 'webhook-attempts';

interface Paging {
  readonly first: number;
  readonly after: string | null;
}

interface MessagePaging extends Paging {
  readonly status: MessageStatus | null;
}

@Injectable()
export class WebhookMessages {
  constructor(private readonly database: Database) {}

  /** The message with this id, as far as the viewer may know of it. FORBIDDEN for members who may not manage endpoints. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<WebhookMessage | null> {
    const message = isId(id) ? await this.database.row<WebhookMessage>(BY_ID, [id], tx) : null;
    return message && requireAccess(viewer, 'webhook:manage', message.portfolioId) ? message : null;
  }

  private readonly pages = listLoader<MessagePaging, Page<WebhookMessage>>(
    async (ids, { status, first, after }) => {
      const list = `webhook-messages:${status ?? ''}`;
      const [before = null] = decodeCursor(list, after, ['id']) ?? [];
      const rows = await this.database.rows<WebhookMessage>(OF_ENDPOINTS, [ids, status, before, first + 1]);
      const page = (own: readonly WebhookMessage[]) => pageOf(own, first, after, ({ id }) => encodeCursor(list, [id]));
      return new Map([...groupBy(rows, ({ endpointId }) => endpointId)].map(([id, own]) => [id, page(own)]));
    },
    ({ first, after }) => pageOf<WebhookMessage>([], first, after, () => ''),
  );

  private readonly attempts = listLoader<Paging, Page<WebhookAttempt>>(
    async (ids, { first, after }) => {
      const [before = LATEST] = decodeCursor(ATTEMPT_LIST, after, ['number']) ?? [];
      const rows = await this.database.rows<WebhookAttempt>(ATTEMPTS, [ids, before, first + 1]);
      const page = (own: readonly WebhookAttempt[]) =>
        pageOf(own, first, after, ({ number }) => encodeCursor(ATTEMPT_LIST, [number]));
      return new Map([...groupBy(rows, ({ messageId }) => messageId)].map(([id, own]) => [id, page(own)]));
    },
    ({ first, after }) => pageOf<WebhookAttempt>([], first, after, () => ''),
  );

  /** A page of the messages of an endpoint, the newest first. */
  pageOfEndpoint(scope: object, endpointId: string, paging: MessagePaging): Promise<Page<WebhookMessage>> {
    return this.pages.load(scope, endpointId, paging);
  }

  /** A page of the attempts to deliver a message, the newest first. */
  attemptsOf(scope: object, messageId: string, paging: Paging): Promise<Page<WebhookAttempt>> {
    return this.attempts.load(scope, messageId, paging);
  }

  /** How many messages of all endpoints wait, and since how many seconds ago what the oldest tells of is true. */
  async waiting(now: Instant): Promise<{ readonly count: number; readonly seconds: number }> {
    const row = await this.database.row<{ count: number; seconds: number }>(WAITING, [now]);
    return row ?? { count: 0, seconds: 0 };
  }
}
