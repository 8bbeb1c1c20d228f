import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What one change says of itself in the audit trail. */
export interface AuditRecord {
  /** Concerns this initiative; null: the portfolio itself, or the instance where portfolioId is null too. */
  readonly initiativeId: string | null;
  readonly portfolioId: string | null;
  readonly at: Instant;
  readonly actorId: string | null;
  /** Noun and verb, as in the API: `evidence.submitted`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

export const chainOf = (record: Pick<AuditRecord, 'initiativeId' | 'portfolioId'>): string => {
  if (record.initiativeId) {
    return `initiative:${record.initiativeId}`;
  }
  return record.portfolioId ? `portfolio:${record.portfolioId}` : 'instance';
};

/**
 * Appends one event to its hash chain, in the transaction of the change it tells of: both are there or neither. The
 * chain's head stays locked until that transaction ends, so the events of a chain are numbered without a gap. It goes along with
 * what follows, as a rule the commit: the lock is held for no way there and back.
 */
@Injectable()
export class AppendAudit {
  run(tx: Tx, record: AuditRecord): Promise<void> {
    tx.later('SELECT audit_append($1, $2, $3)', [chainOf(record), record.portfolioId, bodyOf(record)]);
    return Promise.resolve();
  }

  /** The same for many records, one chain each, in one statement. */
  runAll(tx: Tx, records: readonly AuditRecord[]): Promise<void> {
    tx.later(
      `SELECT audit_append(r.chain, r.portfolio_id, r.body)
       FROM unnest($1::text[], $2::uuid[], $3::text[]) WITH ORDINALITY AS r (chain, portfolio_id, body, position)
       ORDER BY r.chain, r.position`,
      [records.map(chainOf), records.map((record) => record.portfolioId), records.map(bodyOf)],
    );
    return Promise.resolve();
  }
}

const bodyOf = ({ at, actorId, action, subjectType, subjectId, changes }: AuditRecord): string =>
  JSON.stringify({ at, actorId, action, subjectType, subjectId, changes });
