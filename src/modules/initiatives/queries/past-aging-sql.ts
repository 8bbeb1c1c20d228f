import { percentile } from './aging-scales.js';
import { LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';

/** The stays of a portfolio ($1) as they were known at an instant ($2); one that was left later is going on still. */
const KNOWN = `
  SELECT v.initiative_id, v.template_id, v.stage_key, v.entered_at, CASE WHEN v.left_at <= $2::timestamptz THEN v.left_at END AS left_at
  FROM stage_visit v
  WHERE v.portfolio_id = $1::uuid AND v.entered_at <= $2::timestamptz AND v.recorded_at <= $2::timestamptz
    AND (v.superseded_at IS NULL OR v.superseded_at > $2::timestamptz)`;

/** From when until when an initiative was not ACTIVE; without an end it was not so then. */
const STOPS = `
  SELECT s.initiative_id, s.status, s.changed_at AS since, n.changed_at AS until
  FROM status_change s LEFT JOIN LATERAL (
    SELECT n.changed_at FROM status_change n
    WHERE n.initiative_id = s.initiative_id AND n.sequence > s.sequence AND n.changed_at <= $2::timestamptz ORDER BY n.sequence LIMIT 1
  ) n ON true
  WHERE s.portfolio_id = $1::uuid AND s.status <> 'ACTIVE' AND s.changed_at <= $2::timestamptz`;

/** A day is a midnight of the portfolio's zone ($3) that was passed. */
const midnights = (from: string, to: string): string =>
  `((${to} AT TIME ZONE $3::text)::date - (${from} AT TIME ZONE $3::text)::date)`;

const LEFT = 'coalesce(k.left_at, $2::timestamptz)';
const FROM = 'greatest(k.entered_at, p.since)';
const TO = `least(${LEFT}, coalesce(p.until, $2::timestamptz))`;

/**
 * The days of initiatives in their stages, in each version of the template by itself: the stays, and the same stays again with
 * the days, taken off, in which an initiative was not ACTIVE, as in `daysInStage`. Added up in one pass, for of joins of stays
 * with themselves the planner would expect next to no rows.
 */
const VERSIONS = `
  SELECT initiative_id, stage_key, template_id, sum(days)::integer AS days, max(entered_at) AS entered_at, bool_or(left_at IS NULL) AS is_open,
    coalesce(max(stopped), 'ACTIVE') AS status
  FROM (
    SELECT k.*, ${midnights('k.entered_at', LEFT)} AS days, NULL::text AS stopped FROM (${KNOWN}) k
    UNION ALL
    SELECT k.*, - ${midnights(FROM, TO)}, CASE WHEN k.left_at IS NULL AND p.until IS NULL THEN p.status END
    FROM (${KNOWN}) k JOIN (${STOPS}) p ON p.initiative_id = k.initiative_id AND ${FROM} <= ${TO}
  ) cell GROUP BY 1, 2, 3`;

/**
 * The scales of all stages of all versions of a template ($4), by those who had left them by then: each initiative with all
 * its stays in the version that it was last in, as in `countedVisits` and `stageTotalsOf`.
 */
export const PAST_SCALES = `
  WITH last AS (
    SELECT DISTINCT ON (initiative_id, stage_key) stage_key, template_id, days, is_open FROM (${VERSIONS}) version
    ORDER BY initiative_id, stage_key, entered_at DESC, is_open DESC, days DESC
  ), left_stage AS (
    SELECT stage_key, count(*)::integer AS exits, ${percentile(50)} AS p50, ${percentile(70)} AS p70, ${percentile(85)} AS p85
    FROM last t WHERE NOT is_open AND template_id IN (SELECT id FROM workflow_template WHERE key = $4::text) GROUP BY 1
  )
  SELECT $1::uuid AS "portfolioId", $3::text AS "timeZone", w.id AS "templateId", w.key AS "templateKey", d.key AS "stageKey",
    d.time_box_days AS "timeBoxDays", coalesce(l.exits, 0) AS exits, l.p50, l.p70, l.p85
  FROM workflow_template w JOIN template_stage d ON d.template_id = w.id LEFT JOIN left_stage l ON l.stage_key = d.key
  WHERE w.key = $4::text`;

/** How many stood in each stage on each level, ACTIVE or ON_HOLD, by scales ($4). The clock of each is what it showed then. */
export const PAST_COUNTS = `
  SELECT i.stage_key AS "stageKey", ${LEVEL} AS level, count(*)
  FROM (
    SELECT initiative_id AS id, $1::uuid AS portfolio_id, template_id, stage_key, status, days AS clock_days, NULL::date AS clock_since
    FROM (${VERSIONS}) version WHERE is_open AND status IN ('ACTIVE', 'ON_HOLD') OFFSET 0
  ) i JOIN ${scalesFrom('$4')} ON ${OWN_SCALE}
  GROUP BY 1, 2`;
