import { Injectable } from '@nestjs/common';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

export interface MadeCondition {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: CalendarDate;
}

/** A decision as a report of its month tells of it. */
export interface MonthDecision {
  readonly decidedAt: Instant;
  readonly initiativeId: string;
  readonly gateKey: string;
  readonly outcome: GateOutcome;
  readonly decidedBy: string;
  readonly conditions: readonly MadeCondition[];
}

/** An initiative as it was called at an instant. */
export interface NamedInitiative {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

const DECIDED = `
  SELECT d.decided_at AS "decidedAt", d.initiative_id AS "initiativeId", d.gate_key AS "gateKey", d.outcome, u.name AS "decidedBy",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('text', c.text, 'owner', o.name, 'dueOn', c.due_on) ORDER BY c.due_on, c.id)
      FROM gate_condition c JOIN app_user o ON o.id = c.owner_id WHERE c.decision_id = d.id), '[]') AS conditions
  FROM gate_decision d JOIN app_user u ON u.id = d.decided_by
  WHERE d.portfolio_id = $1::uuid AND d.decided_at BETWEEN $2::timestamptz AND $3::timestamptz
  ORDER BY d.decided_at, d.id`;

const CALLED = `
  SELECT i.id, i.key, coalesce(said.name, i.name) AS name
  FROM initiative i
  LEFT JOIN LATERAL (
    SELECT r.attributes->>'name' AS name FROM initiative_revision r
    WHERE r.initiative_id = i.id AND r.recorded_at <= $2::timestamptz ORDER BY r.version DESC LIMIT 1
  ) said ON true
  WHERE i.id = ANY($1::uuid[])`;

@Injectable()
export class MonthDecisions {
  constructor(private readonly database: Database) {}

  /** The decisions of a portfolio from one instant to another, both included, in the order they were made. */
  ofPortfolio({ id }: Portfolio, since: Instant, until: Instant): Promise<readonly MonthDecision[]> {
    return this.database.rows<MonthDecision>(DECIDED, [id, since, until]);
  }

  /** What initiatives were called at an instant, whatever they are called now. */
  async called(ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, NamedInitiative>> {
    const rows = await this.database.rows<NamedInitiative>(CALLED, [ids, at]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
