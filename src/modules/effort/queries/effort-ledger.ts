import { Injectable } from '@nestjs/common';
import type { EffortFact } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';

type FactRow = EffortFact & { readonly initiativeId: string };

const FACTS = `
  SELECT initiative_id AS "initiativeId", category_key AS "categoryKey", person_days AS "personDays", worked_on AS "workedOn",
    recorded_at AS "recordedAt"
  FROM effort_entry WHERE initiative_id = ANY($1) ORDER BY initiative_id, worked_on, id`;

@Injectable()
export class EffortLedger {
  constructor(private readonly database: Database) {}

  /** Everything ever booked on these initiatives, reversals included: what gates assess. Each initiative asked for has an answer. */
  async factsOf(initiativeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly EffortFact[]>> {
    const rows = groupBy(await this.database.rows<FactRow>(FACTS, [initiativeIds], tx), (row) => row.initiativeId);
    return new Map(initiativeIds.map((id) => [id, rows.get(id) ?? []]));
  }
}
