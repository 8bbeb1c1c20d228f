import { Injectable } from '@nestjs/common';
import type { GateDecision } from '../../../domain/gates/review.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { loader } from '../../../platform/graphql/loader.js';

const DECISION = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", review_id AS "reviewId", gate_key AS "gateKey",
    outcome, rationale, template_id AS "templateId", from_stage_key AS "fromStageKey", to_stage_key AS "toStageKey", snapshot,
    snapshot_sha256 AS "snapshotSha256", decided_at AS "decidedAt", decided_by AS "decidedBy"
  FROM gate_decision`;
const OF_REVIEWS = `${DECISION} WHERE review_id = ANY($1)`;
const OF_INITIATIVE = `${DECISION} WHERE initiative_id = $1 ORDER BY decided_at DESC, id DESC LIMIT $2`;
const OF_INITIATIVE_AFTER = `
  ${DECISION} WHERE initiative_id = $1 AND (decided_at, id) < ($3::timestamptz, $4::uuid)
  ORDER BY decided_at DESC, id DESC LIMIT $2`;
const RECYCLES = `
  SELECT count(*)::int AS count FROM gate_decision WHERE initiative_id = $1 AND gate_key = $2 AND outcome = 'RECYCLE'`;

@Injectable()
export class GateDecisions {
  constructor(private readonly database: Database) {}

  readonly ofReview = loader<string, GateDecision | null>(
    async (ids) =>
      new Map(
        (await this.database.rows<GateDecision>(OF_REVIEWS, [ids])).map((decision) => [decision.reviewId, decision]),
      ),
    () => null,
  );

  /** How often a gate has sent an initiative back. */
  async recyclesAt(initiativeId: string, gateKey: string, tx?: Tx): Promise<number> {
    return (await this.database.row<{ count: number }>(RECYCLES, [initiativeId, gateKey], tx))?.count ?? 0;
  }

  /** A page of the decisions on an initiative, newest first. */
  async pageOfInitiative(
    initiativeId: string,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<GateDecision>> {
    const list = `decisions:${initiativeId}`;
    const position = decodeCursor(list, after, ['instant', 'id']);
    const rows = await this.database.rows<GateDecision>(position ? OF_INITIATIVE_AFTER : OF_INITIATIVE, [
      initiativeId,
      first + 1,
      ...(position ?? []),
    ]);
    return pageOf(rows, first, after, (row) => encodeCursor(list, [row.decidedAt, row.id]));
  }
}
