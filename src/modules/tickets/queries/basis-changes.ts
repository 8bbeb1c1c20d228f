import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';

/** That what a decision rested on is otherwise now. */
export interface BasisChange {
  readonly decisionId: string;
  readonly ticketId: string;
  readonly criterionKey: string;
  readonly reason: string;
  readonly notedAt: Instant;
}

const OF_DECISIONS = `
  SELECT decision_id AS "decisionId", ticket_id AS "ticketId", criterion_key AS "criterionKey", reason, noted_at AS "notedAt"
  FROM basis_change WHERE decision_id = ANY($1) ORDER BY noted_at, id`;

@Injectable()
export class BasisChanges {
  constructor(private readonly database: Database) {}

  readonly ofDecision = loader<string, readonly BasisChange[]>(
    async (ids) => groupBy(await this.database.rows<BasisChange>(OF_DECISIONS, [ids]), ({ decisionId }) => decisionId),
    () => [],
  );
}
