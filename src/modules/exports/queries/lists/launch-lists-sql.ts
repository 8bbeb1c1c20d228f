import { happened } from './happened-sql.js';

/** Readings by initiative and signal, in the order they were heard in: as their index has them, so that nothing is sorted as a whole. */
export const SIGNAL_READINGS = `
  SELECT r.id, i.key AS "initiativeKey", i.name AS "initiativeName", r.signal, r.at, r.value, r.source, r.external_id AS "externalId",
    r.recorded_at AS "recordedAt", u.name AS "recordedBy"
  FROM initiative i
  JOIN signal_reading r ON r.initiative_id = i.id
  JOIN app_user u ON u.id = r.recorded_by
  WHERE i.portfolio_id = $1::uuid AND ${happened('r', 'r.at')} AND ($5::text[] IS NULL OR r.signal = ANY($5::text[]))
  ORDER BY i.number, i.id, r.signal, r.heard_at, r.id`;

/** What each KPI had come to when review `b` was completed, as it was kept with it. */
const KPIS = `ARRAY(
  SELECT (k.kpi->>'name') || ': ' || coalesce((k.kpi->>'latest') || ' ' || (k.kpi->>'unit'), 'not measured')
    || coalesce(', ' || (k.kpi->>'attainmentPercent') || ' %', '') || CASE WHEN (k.kpi->>'breached')::boolean THEN ', breached' ELSE '' END
  FROM jsonb_array_elements(b.snapshot) WITH ORDINALITY AS k (kpi, place) ORDER BY k.place)`;

/** Reviews of benefits by the time they were opened. */
export const BENEFITS_REVIEWS = `
  SELECT b.id, i.key AS "initiativeKey", i.name AS "initiativeName", b.milestone_days AS "milestoneDays",
    b.production_entered_on AS "productionEnteredOn", b.due_on AS "dueOn", b.opened_at AS "openedAt", b.completed_at AS "completedAt",
    u.name AS "completedBy", b.outcome, b.note, ${KPIS} AS kpis
  FROM benefits_review b
  JOIN initiative i ON i.id = b.initiative_id
  LEFT JOIN app_user u ON u.id = b.completed_by
  WHERE ${happened('b', 'b.opened_at')} AND ($5::text[] IS NULL OR b.outcome = ANY($5::text[]))
    AND ($6::boolean IS NULL OR (b.completed_at IS NOT NULL) = $6::boolean)
  ORDER BY b.opened_at, b.id`;
