import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import { noticeOf, type DisabledReason } from '../../../domain/webhooks/endpoint-health.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** An endpoint, without its secrets. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly portfolioId: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly format: WebhookFormat;
  readonly failingSince: Instant | null;
  readonly disabledAt: Instant | null;
  readonly disabledReason: DisabledReason | null;
  readonly previousSecretUntil: Instant | null;
  readonly createdAt: Instant;
  readonly createdById: string;
}

const COLUMNS = `
  id, portfolio_id AS "portfolioId", url, events, format, failing_since AS "failingSince", disabled_at AS "disabledAt",
  disabled_reason AS "disabledReason", previous_secret_until AS "previousSecretUntil", created_at AS "createdAt",
  created_by AS "createdById"`;
const BY_IDS = `SELECT ${COLUMNS} FROM webhook_endpoint WHERE id = ANY($1)`;
const LIVING = `SELECT ${COLUMNS} FROM webhook_endpoint WHERE id = $1 AND deleted_at IS NULL`;
const OF_PORTFOLIO = `SELECT ${COLUMNS} FROM webhook_endpoint WHERE portfolio_id = $1 AND deleted_at IS NULL ORDER BY id`;
const PENDING = `
  SELECT endpoint_id AS id, count(*)::int AS count FROM webhook_message
  WHERE status = 'PENDING' AND endpoint_id = ANY($1) GROUP BY endpoint_id`;

@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  readonly byId = loader<string, WebhookEndpoint | null>(
    async (ids) => new Map((await this.byIds(ids)).map((endpoint) => [endpoint.id, endpoint])),
    () => null,
  );

  /** How many messages of an endpoint wait. */
  readonly pending = loader<string, number>(
    async (ids) => {
      const rows = await this.database.rows<{ id: string; count: number }>(PENDING, [ids]);
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
    () => 0,
  );

  /** Deleted ones too. */
  byIds(ids: readonly string[], tx?: Tx): Promise<readonly WebhookEndpoint[]> {
    return this.database.rows<WebhookEndpoint>(BY_IDS, [ids], tx);
  }

  /** The living endpoint with this id, as far as the viewer may know of it. FORBIDDEN for members who may not manage endpoints. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<WebhookEndpoint | null> {
    const endpoint = isId(id) ? await this.database.row<WebhookEndpoint>(LIVING, [id], tx) : null;
    return endpoint && requireAccess(viewer, 'webhook:manage', endpoint.portfolioId) ? endpoint : null;
  }

  /** The living endpoints of a portfolio, the oldest first. */
  ofPortfolio(portfolioId: string, tx?: Tx): Promise<readonly WebhookEndpoint[]> {
    return this.database.rows<WebhookEndpoint>(OF_PORTFOLIO, [portfolioId], tx);
  }

  /** What an admin should know of an endpoint now; null where all is well. */
  noticeOf(endpoint: WebhookEndpoint): string | null {
    return noticeOf(endpoint, this.clock.now());
  }
}
