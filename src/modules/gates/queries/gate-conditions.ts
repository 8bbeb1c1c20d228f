import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { GateCondition } from '../../../domain/gates/review.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

const CONDITION = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", decision_id AS "decisionId", text, owner_id AS "ownerId",
    due_on AS "dueOn", criterion_key AS "criterionKey", status, made_at AS "madeAt", breached_at AS "breachedAt", closed_at AS "closedAt",
    closed_by AS "closedBy", close_note AS "closeNote", close_url AS "closeUrl"
  FROM gate_condition`;
const BY_ID = `${CONDITION} WHERE id = $1`;
const OF_INITIATIVES = `${CONDITION} WHERE initiative_id = ANY($1) ORDER BY initiative_id, made_at, id`;
const OF_DECISIONS = `${CONDITION} WHERE decision_id = ANY($1) ORDER BY decision_id, id`;
const OVERDUE = `
  SELECT c.id, c.initiative_id AS "initiativeId" FROM gate_condition c JOIN initiative i ON i.id = c.initiative_id
  WHERE c.portfolio_id = $1 AND c.status = 'OPEN' AND c.due_on < $2 AND i.status IN ('ACTIVE', 'ON_HOLD') ORDER BY c.due_on, c.id`;

@Injectable()
export class GateConditions {
  constructor(private readonly database: Database) {}

  /** The conditions a decision was made under, in the order they were stated. */
  readonly ofDecision = loader<string, readonly GateCondition[]>(
    async (ids) => groupBy(await this.database.rows<GateCondition>(OF_DECISIONS, [ids]), (row) => row.decisionId),
    () => [],
  );

  /** All conditions of many initiatives, oldest first, by initiative. */
  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly GateCondition[]>> {
    return groupBy(await this.database.rows<GateCondition>(OF_INITIATIVES, [ids], tx), (row) => row.initiativeId);
  }

  byId(id: string, tx?: Tx): Promise<GateCondition | null> {
    return this.database.row<GateCondition>(BY_ID, [id], tx);
  }

  /** The condition with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<GateCondition | null> {
    const condition = isId(id) ? await this.byId(id, tx) : null;
    return requireAccess(viewer, 'portfolio:read', condition?.portfolioId) ? condition : null;
  }

  /** Open conditions of a portfolio that were due before a day, those due first first, of initiatives that have not ended. */
  overdue(portfolioId: string, today: CalendarDate): Promise<readonly { id: string; initiativeId: string }[]> {
    return this.database.rows(OVERDUE, [portfolioId, today]);
  }
}
