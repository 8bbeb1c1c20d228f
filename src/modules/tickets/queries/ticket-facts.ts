import { Injectable } from '@nestjs/common';
import type { TicketFact } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';

// In the form of an instant of ours, for what is compared with instants must sort as they do.
const RECORDED = `to_char(s.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const FACTS = `
  SELECT c.initiative_id AS "initiativeId", t.id, t.key, c.criterion_key AS "criterionKey", c.linked_at AS "linkedAt",
    c.unlinked_at AS "unlinkedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('statusCategory', s.status_category, 'statusName', s.status_name,
       'isDeleted', s.is_deleted, 'recordedAt', ${RECORDED}) ORDER BY s.recorded_at, s.id), '[]')
     FROM ticket_state s WHERE s.ticket_id = t.id) AS states
  FROM ticket_criterion c JOIN ticket t ON t.id = c.ticket_id
  WHERE c.initiative_id = ANY($1) ORDER BY t.key, c.linked_at, c.id`;

/** The tickets that criteria of initiatives ask for, with everything that was ever known of their statuses. */
@Injectable()
export class TicketFacts {
  constructor(private readonly database: Database) {}

  /** Of many initiatives; those without any are left out. */
  async factsOf(initiativeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly TicketFact[]>> {
    const rows = await this.database.rows<TicketFact & { initiativeId: string }>(FACTS, [initiativeIds], tx);
    const facts = groupBy(rows, ({ initiativeId }) => initiativeId);
    return new Map([...facts].map(([id, own]) => [id, own.map(factIn)]));
  }
}

const factIn = ({ id, key, criterionKey, linkedAt, unlinkedAt, states }: TicketFact): TicketFact => ({
  id,
  key,
  criterionKey,
  linkedAt,
  unlinkedAt,
  states,
});
