import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';

export interface StageVisit {
  readonly id: string;
  readonly initiativeId: string;
  readonly templateId: string;
  readonly stageKey: string;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

export interface StatusChange {
  readonly initiativeId: string;
  readonly status: InitiativeStatus;
  readonly changedAt: Instant;
}

/** Where an initiative stood and whether it moved, from its beginning until now. */
export interface StageHistory {
  readonly visits: readonly StageVisit[];
  readonly statusChanges: readonly StatusChange[];
}

const VISITS = `
  SELECT id, initiative_id AS "initiativeId", template_id AS "templateId", stage_key AS "stageKey", entered_at AS "enteredAt", left_at AS "leftAt"
  FROM stage_visit WHERE initiative_id = ANY($1) AND superseded_at IS NULL ORDER BY entered_at, left_at NULLS LAST`;

const STATUS_CHANGES = `
  SELECT initiative_id AS "initiativeId", status, changed_at AS "changedAt"
  FROM status_change WHERE initiative_id = ANY($1) ORDER BY initiative_id, sequence`;

@Injectable()
export class StageHistories {
  constructor(private readonly database: Database) {}

  readonly ofInitiative = loader<string, StageHistory>(
    (ids) => this.ofInitiatives(ids),
    () => ({ visits: [], statusChanges: [] }),
  );

  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, StageHistory>> {
    const [visits, changes] = [
      groupBy(await this.database.rows<StageVisit>(VISITS, [ids], tx), (visit) => visit.initiativeId),
      groupBy(await this.database.rows<StatusChange>(STATUS_CHANGES, [ids], tx), (change) => change.initiativeId),
    ];
    return new Map(ids.map((id) => [id, { visits: visits.get(id) ?? [], statusChanges: changes.get(id) ?? [] }]));
  }
}
