import { Injectable } from '@nestjs/common';
import type { PlannedVisit } from '../../../domain/imports/plan-row.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { INITIATIVE_COLUMNS } from './initiatives.js';

/** An initiative as an import finds it, with its visits and whether anything but an import moved it, or gatekeepers are about to. */
export interface StandingRow {
  readonly initiative: Initiative;
  readonly visits: readonly PlannedVisit[];
  readonly isMovedHere: boolean;
}

type StandingVisit = PlannedVisit & { readonly initiativeId: string };

// Whoever enters one of these references elsewhere waits for us, and we for them.
const LOCK_REFERENCES = `
  SELECT pg_advisory_xact_lock(hashtextextended(r.reference, 4))
  FROM (SELECT unnest($1::text[]) AS reference ORDER BY 1) r`;

const STANDING = `
  SELECT ${INITIATIVE_COLUMNS} FROM initiative i
  WHERE i.portfolio_id = $1 AND i.external_ref = ANY($2) ORDER BY i.id FOR NO KEY UPDATE`;

const VISITS = `
  SELECT initiative_id AS "initiativeId", stage_key AS "stageKey", entered_at AS "enteredAt", left_at AS "leftAt"
  FROM stage_visit WHERE portfolio_id = $1 AND initiative_id = ANY($2) AND superseded_at IS NULL
  ORDER BY initiative_id, entered_at, left_at NULLS LAST, id`;

// What stands by a decision made here, and not by an import: a gate, a status, a move to another version of the template.
const CHANGED_BY_HAND = `
  SELECT initiative_id AS "initiativeId" FROM gate_decision WHERE initiative_id = ANY($1)
  UNION SELECT initiative_id FROM status_change WHERE initiative_id = ANY($1) AND sequence > 1 AND NOT is_imported
  UNION SELECT initiative_id FROM template_migration WHERE initiative_id = ANY($1)
  UNION SELECT initiative_id FROM gate_review WHERE initiative_id = ANY($1) AND status = 'OPEN'`;

@Injectable()
export class InitiativesByReference {
  constructor(private readonly database: Database) {}

  /** The initiatives of a portfolio under these externalRefs, by reference; locked, as the references are, until the transaction ends. */
  async lock(tx: Tx, portfolioId: string, references: readonly string[]): Promise<ReadonlyMap<string, StandingRow>> {
    await tx.query(LOCK_REFERENCES, [references.map((reference) => `${portfolioId}:${reference}`)]);
    const initiatives = await this.database.rows<Initiative>(STANDING, [portfolioId, references], tx);
    const ids = initiatives.map(({ id }) => id);
    const visits = groupBy(
      await this.database.rows<StandingVisit>(VISITS, [portfolioId, ids], tx),
      (visit) => visit.initiativeId,
    );
    const changes = await this.database.rows<{ initiativeId: string }>(CHANGED_BY_HAND, [ids], tx);
    const changed = new Set(changes.map(({ initiativeId }) => initiativeId));
    return new Map(
      initiatives.map((initiative) => {
        const recorded = visits.get(initiative.id) ?? [];
        return [
          initiative.externalRef ?? '',
          {
            initiative,
            visits: recorded.map(({ stageKey, enteredAt, leftAt }) => ({ stageKey, enteredAt, leftAt })),
            isMovedHere: changed.has(initiative.id),
          },
        ];
      }),
    );
  }
}
