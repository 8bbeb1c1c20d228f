import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import {
  FAILING_FOR_DAYS,
  healthOf,
  type ConnectionFacts,
  type ConnectionHealth,
  type SignatureFailureReason,
} from '../../../domain/tickets/connection-health.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { ConnectionSecrets, type ReadableSecrets } from './connection-secrets.js';

/** A delivery that was refused for its signature. */
export interface SignatureFailure {
  readonly connectionId: string;
  readonly at: Instant;
  readonly why: SignatureFailureReason;
}

/** How a connection is doing, with the last deliveries that were refused for their signature. */
export interface HealthReport extends ConnectionHealth {
  readonly recentSignatureFailures: readonly SignatureFailure[];
}

type Row = Omit<ConnectionFacts, 'failedSignaturesAt' | keyof ReadableSecrets> & { readonly id: string };

const DAY = 86_400_000;

const FACTS = `
  SELECT c.id, c.paused, latest.received_at AS "lastDeliveryAt", applied.settled_at AS "lastAppliedAt",
    waiting.count AS waiting, waiting.since AS "waitingSince", failed.count AS failed, quarantined.count AS quarantined,
    failed.lately + quarantined.lately AS "failedLately", CASE WHEN pull.status = 'FAILED' THEN pull.failure END AS "pullFailure"
  FROM integration_connection c
  LEFT JOIN LATERAL (SELECT received_at FROM inbound_delivery d WHERE d.connection_id = c.id
    ORDER BY received_at DESC, id DESC LIMIT 1) latest ON true
  LEFT JOIN LATERAL (SELECT settled_at FROM inbound_delivery d WHERE d.connection_id = c.id AND status = 'APPLIED'
    ORDER BY received_at DESC, id DESC LIMIT 1) applied ON true
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, min(received_at) AS since FROM inbound_delivery d
    WHERE d.connection_id = c.id AND status = 'RECEIVED') waiting
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, (count(*) FILTER (WHERE settled_at > $2))::int AS lately
    FROM inbound_delivery d WHERE d.connection_id = c.id AND status = 'FAILED' AND dismissed_at IS NULL) failed
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, (count(*) FILTER (WHERE settled_at > $2))::int AS lately
    FROM inbound_delivery d WHERE d.connection_id = c.id AND status = 'QUARANTINED'
      AND dismissed_at IS NULL) quarantined
  LEFT JOIN LATERAL (SELECT status, failure FROM pull_run r WHERE r.connection_id = c.id AND status <> 'RUNNING'
    ORDER BY started_at DESC, id DESC LIMIT 1) pull ON true
  WHERE c.id = ANY($1)`;

const FAILURES = `
  SELECT connection_id AS "connectionId", at, why FROM signature_failure
  WHERE connection_id = ANY($1) ORDER BY connection_id, at DESC, id DESC`;

const LAST_DELIVERIES = `
  SELECT c.id, latest.received_at AS at FROM unnest($1::uuid[]) AS c (id)
  CROSS JOIN LATERAL (SELECT received_at FROM inbound_delivery d WHERE d.connection_id = c.id
    ORDER BY received_at DESC, id DESC LIMIT 1) latest`;

@Injectable()
export class ConnectionHealths {
  constructor(
    private readonly database: Database,
    private readonly secrets: ConnectionSecrets,
    private readonly clock: Clock,
  ) {}

  /** How a connection is doing now. */
  readonly of = loader<string, HealthReport | null>(
    (ids) => this.reports(ids),
    () => null,
  );

  /** When a connection was last heard of. */
  readonly lastDeliveryAt = loader<string, Instant | null>(
    async (ids) =>
      new Map(
        (await this.database.rows<{ id: string; at: Instant }>(LAST_DELIVERIES, [ids])).map(({ id, at }) => [id, at]),
      ),
    () => null,
  );

  private async reports(ids: readonly string[]): Promise<ReadonlyMap<string, HealthReport>> {
    const now = this.clock.now();
    const rows = await this.database.rows<Row>(FACTS, [ids, instantOf(millisecondsOf(now) - FAILING_FOR_DAYS * DAY)]);
    const failures = groupBy(
      await this.database.rows<SignatureFailure>(FAILURES, [ids]),
      ({ connectionId }) => connectionId,
    );
    const readable = await this.secrets.readable(ids);
    return new Map(
      rows.map(({ id, ...facts }) => {
        const opened = readable.get(id) ?? { isSecretReadable: false, isCredentialReadable: false };
        const those = failures.get(id) ?? [];
        return [
          id,
          {
            ...healthOf({ ...facts, ...opened, failedSignaturesAt: those.map(({ at }) => at) }, now),
            recentSignatureFailures: those,
          },
        ];
      }),
    );
  }
}
