import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import type { DisabledReason } from '../../../domain/webhooks/endpoint-health.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { Vault } from '../../../platform/vault.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';

const SECRET_BYTES = 32;

/** What the secrets of an endpoint are sealed for. */
export const secretContext = (endpointId: string): string => `webhook_endpoint:${endpointId}:secret`;

/** Who does it and when. */
export interface EndpointStamp {
  readonly at: Instant;
  readonly by: string;
}

/** What may be changed of an endpoint. */
export interface EndpointTerms {
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly format: WebhookFormat;
  readonly isEnabled: boolean;
}

interface Placed {
  readonly id: string;
  readonly portfolioId: string;
}

const INSERT = `
  INSERT INTO webhook_endpoint (id, portfolio_id, url, events, format, secret, created_at, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const UPDATE = `
  UPDATE webhook_endpoint SET url = $2, events = $3, format = $4,
    disabled_at = CASE WHEN $5 THEN NULL ELSE coalesce(disabled_at, $6) END,
    disabled_reason = CASE WHEN $5 THEN NULL ELSE coalesce(disabled_reason, 'BY_HAND') END,
    failing_since = CASE WHEN $5 AND disabled_at IS NOT NULL THEN NULL ELSE failing_since END
  WHERE id = $1`;
const ROTATE = `
  UPDATE webhook_endpoint SET previous_secret = secret, previous_secret_until = $3, secret = $2 WHERE id = $1`;
const DISABLE = 'UPDATE webhook_endpoint SET disabled_at = $3, disabled_reason = $2 WHERE id = $1';
const DELETE = 'UPDATE webhook_endpoint SET deleted_at = $2 WHERE id = $1';

/**
 * Writes each lawful change of an endpoint with its one audit event. It decides nothing. The trail tells of an address only its
 * origin, for the rest may be as good as a password, and of secrets nothing.
 */
@Injectable()
export class EndpointBook {
  constructor(
    private readonly vault: Vault,
    private readonly audit: AppendAudit,
  ) {}

  async create(
    tx: Tx,
    portfolioId: string,
    { url, events, format }: Omit<EndpointTerms, 'isEnabled'>,
    stamp: EndpointStamp,
  ): Promise<{ readonly id: string; readonly secret: string }> {
    const id = newId();
    const secret = newSecret();
    const sealed = this.vault.seal(secret, secretContext(id));
    await tx.query(INSERT, [id, portfolioId, url, events, format, sealed, stamp.at, stamp.by]);
    await this.append(tx, { id, portfolioId }, stamp, 'created', { origin: originOf(url), events, format });
    return { id, secret };
  }

  async update(tx: Tx, endpoint: Placed & EndpointTerms, terms: EndpointTerms, stamp: EndpointStamp): Promise<void> {
    const { url, events, format, isEnabled } = terms;
    await tx.query(UPDATE, [endpoint.id, url, events, format, isEnabled, stamp.at]);
    await this.append(tx, endpoint, stamp, 'updated', {
      origin: originOf(url),
      isUrlChanged: url !== endpoint.url,
      events,
      format,
      enabled: { from: endpoint.isEnabled, to: isEnabled },
    });
  }

  /** The secret before goes on signing until `previousUntil`. */
  async rotate(tx: Tx, endpoint: Placed, previousUntil: Instant, stamp: EndpointStamp): Promise<string> {
    const secret = newSecret();
    await tx.query(ROTATE, [endpoint.id, this.vault.seal(secret, secretContext(endpoint.id)), previousUntil]);
    await this.append(tx, endpoint, stamp, 'secretRotated', { previousUntil });
    return secret;
  }

  async delete(tx: Tx, endpoint: Placed, stamp: EndpointStamp): Promise<void> {
    await tx.query(DELETE, [endpoint.id, stamp.at]);
    await this.append(tx, endpoint, stamp, 'deleted', {});
  }

  /** In the name of the system. */
  async disable(tx: Tx, endpoint: Placed, reason: DisabledReason, at: Instant): Promise<void> {
    await tx.query(DISABLE, [endpoint.id, reason, at]);
    await this.append(tx, endpoint, { at, by: SYSTEM_USER_ID }, 'disabled', { reason });
  }

  async resent(
    tx: Tx,
    endpoint: Placed,
    changes: Readonly<Record<string, unknown>>,
    stamp: EndpointStamp,
  ): Promise<void> {
    await this.append(tx, endpoint, stamp, 'resent', changes);
  }

  private append(
    tx: Tx,
    { id, portfolioId }: Placed,
    { at, by }: EndpointStamp,
    verb: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.run(tx, {
      initiativeId: null,
      portfolioId,
      at,
      actorId: by,
      action: `webhookEndpoint.${verb}`,
      subjectType: 'WebhookEndpoint',
      subjectId: id,
      changes,
    });
  }
}

const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

const originOf = (url: string): string => new URL(url).origin;
