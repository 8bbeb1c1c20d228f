import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { MonitoredSignal } from '../../../domain/gates/evidence.js';
import type { StageCategory } from '../../../domain/gates/gate.js';
import type { InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import { liveSince, type PlanInForce } from '../../../domain/signals/watch.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** An initiative with an accepted monitoring plan, as it was known at an instant. */
export interface WatchedInitiativeAt {
  readonly initiativeId: string;
  readonly plan: PlanInForce;
  readonly liveSince: Instant | null;
  /** The units of its KPIs, by their ids. */
  readonly units: Readonly<Record<string, string>>;
}

interface Row {
  readonly initiativeId: string;
  readonly planId: string;
  readonly acceptedAt: Instant;
  readonly signals: readonly MonitoredSignal[];
  readonly status: InitiativeStatus;
  readonly entries: readonly { readonly category: StageCategory; readonly enteredAt: Instant }[];
  readonly units: Readonly<Record<string, string>>;
}

const told = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// Which accepted plan is the newest is said by src/domain/gates/standing-evidence.ts.
const WATCHED = `
  SELECT i.id AS "initiativeId", e.id AS "planId", e.reviewed_at AS "acceptedAt", e.content -> 'signals' AS signals,
    coalesce((SELECT c.status FROM status_change c WHERE c.initiative_id = i.id AND c.changed_at <= $2
      ORDER BY c.sequence DESC LIMIT 1), i.status) AS status,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('category', s.category, 'enteredAt', ${told('v.entered_at')})
       ORDER BY v.entered_at, v.left_at NULLS LAST, v.id), '[]')
     FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
     WHERE v.portfolio_id = i.portfolio_id AND v.initiative_id = i.id AND v.entered_at <= $2 AND v.recorded_at <= $2
       AND (v.superseded_at IS NULL OR v.superseded_at > $2)) AS entries,
    (SELECT coalesce(jsonb_object_agg(k.id, d.unit), '{}') FROM kpi k
     JOIN LATERAL (SELECT unit FROM kpi_definition d WHERE d.kpi_id = k.id AND d.recorded_at <= $2
       ORDER BY d.version DESC LIMIT 1) d ON true
     WHERE k.initiative_id = i.id) AS units
  FROM initiative i
  JOIN LATERAL (
    SELECT e.id, e.content, r.reviewed_at FROM evidence e JOIN evidence_review r ON r.evidence_id = e.id
    WHERE e.initiative_id = i.id AND e.kind = 'MONITORING_PLAN' AND r.outcome = 'ACCEPTED' AND r.reviewed_at <= $2
    ORDER BY e.submitted_at DESC, e.id DESC LIMIT 1
  ) e ON true
  WHERE i.id = ANY($1)`;

const PORTFOLIOS = 'SELECT DISTINCT portfolio_id AS id FROM initiative WHERE id = ANY($1)';

@Injectable()
export class WatchedInitiatives {
  constructor(private readonly database: Database) {}

  /** Those of many initiatives that had an accepted monitoring plan by an instant, with what was known of them then: one statement. */
  async at(ids: readonly string[], at: Instant, tx?: Tx): Promise<readonly WatchedInitiativeAt[]> {
    const rows = await this.database.rows<Row>(WATCHED, [ids, at], tx);
    return rows.map(({ initiativeId, planId, acceptedAt, signals, status, entries, units }) => ({
      initiativeId,
      plan: { id: planId, acceptedAt, signals },
      liveSince: liveSince(entries, status),
      units,
    }));
  }

  /** The portfolios that initiatives are of. */
  async portfoliosOf(ids: readonly string[]): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(PORTFOLIOS, [ids])).map(({ id }) => id);
  }
}
