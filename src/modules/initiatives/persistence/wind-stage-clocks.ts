import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import {
  countedVisits,
  stageClockOf,
  stageTotalsOf,
  type RecordedHistory,
} from '../../../domain/pipeline/stage-clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';

/** The columns of an initiative that hold its clock: one of them is null. */
export interface ClockColumns {
  readonly clockSince: CalendarDate | null;
  readonly clockDays: number | null;
}

interface VisitRow {
  readonly initiativeId: string;
  readonly portfolioId: string;
  readonly timeZone: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly stageKey: string;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

interface ChangeRow {
  readonly initiativeId: string;
  readonly status: InitiativeStatus;
  readonly changedAt: Instant;
}

const VISITS = `
  SELECT v.initiative_id AS "initiativeId", v.portfolio_id AS "portfolioId", p.time_zone AS "timeZone", v.template_id AS "templateId",
    w.key AS "templateKey", v.stage_key AS "stageKey", v.entered_at AS "enteredAt", v.left_at AS "leftAt"
  FROM stage_visit v
  JOIN portfolio p ON p.id = v.portfolio_id
  JOIN workflow_template w ON w.id = v.template_id
  WHERE v.initiative_id = ANY($1) AND v.superseded_at IS NULL
  ORDER BY v.initiative_id, v.entered_at, v.left_at NULLS LAST, v.id`;

const CHANGES = `
  SELECT initiative_id AS "initiativeId", status, changed_at AS "changedAt"
  FROM status_change WHERE initiative_id = ANY($1) ORDER BY initiative_id, sequence`;

const TOTALS = `
  jsonb_to_recordset($1::jsonb) AS t (initiative_id uuid, stage_key text, portfolio_id uuid, template_key text, days integer)`;

// What is as it was is left alone: whoever stands in a stage is measured anew for each row that is written.
const FORGET_TOTALS = `
  DELETE FROM stage_total o WHERE o.initiative_id = ANY($2)
    AND NOT EXISTS (SELECT 1 FROM ${TOTALS} WHERE t.initiative_id = o.initiative_id AND t.stage_key = o.stage_key)`;

const WRITE_TOTALS = `
  INSERT INTO stage_total AS o (initiative_id, stage_key, portfolio_id, template_key, days)
  SELECT t.initiative_id, t.stage_key, t.portfolio_id, t.template_key, t.days FROM ${TOTALS}
  ON CONFLICT (initiative_id, stage_key) DO UPDATE SET template_key = excluded.template_key, days = excluded.days
  WHERE (o.template_key, o.days) IS DISTINCT FROM (excluded.template_key, excluded.days)`;

/**
 * Computes the clocks of initiatives from what is recorded of them by now, for the caller to write, and puts the finished
 * sums of the stages they left in the place of the old ones. Every change of visits or of a status ends with it, in the same
 * transaction, with the initiatives locked.
 */
export const windStageClocks = async (
  tx: Tx,
  initiativeIds: readonly string[],
): Promise<ReadonlyMap<string, ClockColumns>> => {
  const visits = groupBy(await tx.query<VisitRow>(VISITS, [initiativeIds]), (visit) => visit.initiativeId);
  const changes = groupBy(await tx.query<ChangeRow>(CHANGES, [initiativeIds]), (change) => change.initiativeId);
  const clocks = new Map<string, ClockColumns>();
  const totals = [];
  for (const [id, stays] of visits) {
    const history = {
      visits: countedVisits(stays),
      statusChanges: changes.get(id) ?? [],
      timeZone: stays[0]?.timeZone ?? 'UTC',
    };
    clocks.set(id, clockColumns(history));
    totals.push(...totalRows(history));
  }
  const rows = JSON.stringify(totals);
  await tx.query(FORGET_TOTALS, [rows, initiativeIds]);
  if (totals.length > 0) {
    await tx.query(WRITE_TOTALS, [rows]);
  }
  return clocks;
};

type StoredHistory = Omit<RecordedHistory, 'visits'> & { readonly visits: readonly VisitRow[] };

const clockColumns = (history: StoredHistory): ClockColumns => {
  const stageKey = history.visits.find(({ leftAt }) => leftAt === null)?.stageKey ?? '';
  const clock = stageClockOf({ ...history, stageKey });
  return 'since' in clock ? { clockSince: clock.since, clockDays: null } : { clockSince: null, clockDays: clock.days };
};

/** A stage counts for the template that it was last visited under. */
const totalRows = (history: StoredHistory) =>
  stageTotalsOf(history).flatMap(({ stageKey, days }) =>
    history.visits
      .filter((visit) => visit.stageKey === stageKey)
      .slice(-1)
      .map(({ initiativeId, portfolioId, templateKey }) => ({
        initiative_id: initiativeId,
        stage_key: stageKey,
        portfolio_id: portfolioId,
        template_key: templateKey,
        days,
      })),
  );
