import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EffortFact } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';

type FactRow = EffortFact & { readonly initiativeId: string };

const FACTS = `
  SELECT initiative_id AS "initiativeId", category_key AS "categoryKey", person_days AS "personDays", worked_on AS "workedOn",
    recorded_at AS "recordedAt"
  FROM effort_entry WHERE initiative_id = ANY($1) ORDER BY initiative_id, worked_on, recorded_at`;

// What was booked on the same day and category comes to one fact, known since the last of it.
const WITHIN = `
  SELECT initiative_id AS "initiativeId", category_key AS "categoryKey", sum(person_days) AS "personDays", worked_on AS "workedOn",
    max(recorded_at) AS "recordedAt"
  FROM effort_entry WHERE initiative_id = ANY($1) AND worked_on BETWEEN $2 AND $3 AND recorded_at <= $4
  GROUP BY initiative_id, category_key, worked_on`;

@Injectable()
export class EffortLedger {
  constructor(private readonly database: Database) {}

  /** Everything ever booked on these initiatives, reversals included: what gates assess. Each initiative asked for has an answer. */
  async factsOf(initiativeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly EffortFact[]>> {
    const rows = groupBy(await this.database.rows<FactRow>(FACTS, [initiativeIds], tx), (row) => row.initiativeId);
    return new Map(initiativeIds.map((id) => [id, rows.get(id) ?? []]));
  }

  /** What is booked on these initiatives on some days, as it was known at an instant, in one fact for each day and category. */
  async sumsOf(
    initiativeIds: readonly string[],
    { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
    at: Instant,
  ): Promise<ReadonlyMap<string, readonly EffortFact[]>> {
    return groupBy(await this.database.rows<FactRow>(WITHIN, [initiativeIds, from, to, at]), (row) => row.initiativeId);
  }
}
