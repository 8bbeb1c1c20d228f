import { livelyIn } from './activity-sql.js';
import { daysOnDay } from './aging-sql.js';

/** Initiatives of a portfolio ($1) whose history was written in since an instant ($2): what is kept of the others was so then. */
const WRITTEN_SINCE = `
  SELECT initiative_id FROM stage_visit WHERE portfolio_id = $1::uuid AND greatest(recorded_at, superseded_at, left_at) > $2::timestamptz
  UNION
  SELECT initiative_id FROM status_change WHERE portfolio_id = $1::uuid AND changed_at > $2::timestamptz`;

const IS_WRITTEN_SINCE = 'IN (SELECT initiative_id FROM written_since)';

/** Their stays as they were known at that instant; one that was left later was going on still. */
const KNOWN = `
  SELECT v.initiative_id, v.template_id, v.stage_key, v.entered_at, CASE WHEN v.left_at <= $2::timestamptz THEN v.left_at END AS left_at
  FROM stage_visit v
  WHERE v.portfolio_id = $1::uuid AND v.entered_at <= $2::timestamptz AND v.recorded_at <= $2::timestamptz
    AND (v.superseded_at IS NULL OR v.superseded_at > $2::timestamptz) AND v.initiative_id ${IS_WRITTEN_SINCE}`;

/** From when until when an initiative was not ACTIVE; without an end it was not so then. */
const STOPS = `
  SELECT s.initiative_id, s.status, s.changed_at AS since, n.changed_at AS until
  FROM status_change s LEFT JOIN LATERAL (
    SELECT n.changed_at FROM status_change n
    WHERE n.initiative_id = s.initiative_id AND n.sequence > s.sequence AND n.changed_at <= $2::timestamptz ORDER BY n.sequence LIMIT 1
  ) n ON true
  WHERE s.portfolio_id = $1::uuid AND s.status <> 'ACTIVE' AND s.changed_at <= $2::timestamptz AND s.initiative_id ${IS_WRITTEN_SINCE}`;

/** The midnights of the portfolio's zone ($3) since its first stay: to find a place in them is cheaper than to convert each instant. */
const MIDNIGHTS = `
  SELECT array_agg(day AT TIME ZONE $3::text ORDER BY day) AS passed
  FROM (SELECT min(entered_at) AS first_at FROM stage_visit WHERE portfolio_id = $1::uuid) v, generate_series(
    (v.first_at AT TIME ZONE $3::text)::date::timestamp, ($2::timestamptz AT TIME ZONE $3::text)::date::timestamp, '1 day') AS day`;

const passedBy = (at: string): string => `width_bucket(${at}, (SELECT passed FROM midnight))`;
/** A day is a midnight that was passed. */
const days = (from: string, to: string): string => `${passedBy(to)} - ${passedBy(from)}`;

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
    SELECT k.*, ${days('k.entered_at', LEFT)} AS days, NULL::text AS stopped FROM (${KNOWN}) k
    UNION ALL
    SELECT k.*, - (${days(FROM, TO)}), CASE WHEN k.left_at IS NULL AND p.until IS NULL THEN p.status END
    FROM (${KNOWN}) k JOIN (${STOPS}) p ON p.initiative_id = k.initiative_id AND ${FROM} <= ${TO}
  ) cell GROUP BY 1, 2, 3`;

/** Each initiative with all its stays in the version that it was last in, as in `countedVisits` and `stageTotalsOf`. */
const LAST = `
  SELECT DISTINCT ON (initiative_id, stage_key) stage_key, template_id, days, is_open FROM version
  ORDER BY initiative_id, stage_key, entered_at DESC, is_open DESC, days DESC`;

const LIVELY = livelyIn('$1::uuid', '$2::timestamptz', { day: '$5::date', instant: '$6::timestamptz' });
const IS_LIVELY = 'IN (SELECT initiative_id FROM lively)';

/**
 * How many had left which stage by then, under any version of a template ($7), after how many days, in rows to be added up; and how
 * many stood where (`status` is not null), ACTIVE or ON_HOLD, for how many days on the day of the instant ($4), with or without
 * activity since another day ($5) that begins at $6. It grows with what was written since then, and with what is kept.
 */
export const PAST_COUNTS = `
  WITH written_since AS MATERIALIZED (${WRITTEN_SINCE}), midnight AS (${MIDNIGHTS}), version AS MATERIALIZED (${VERSIONS}),
    lively AS MATERIALIZED (${LIVELY})
  SELECT NULL::uuid AS "templateId", stage_key AS "stageKey", NULL AS status, days, NULL::boolean AS "isLively", sum(exits) AS count
  FROM stage_exit_count WHERE portfolio_id = $1::uuid AND template_key = $7::text GROUP BY 2, 4
  UNION ALL
  SELECT NULL, stage_key, NULL, days, NULL, - count(*) FROM stage_total
  WHERE portfolio_id = $1::uuid AND template_key = $7::text AND initiative_id ${IS_WRITTEN_SINCE} GROUP BY 2, 4
  UNION ALL
  SELECT NULL, stage_key, NULL, days, NULL, count(*) FROM (${LAST}) l
  WHERE NOT is_open AND template_id IN (SELECT id FROM workflow_template WHERE key = $7::text) GROUP BY 2, 4
  UNION ALL
  SELECT template_id, stage_key, status, ${daysOnDay('$4::date')}, id ${IS_LIVELY}, count(*) FROM initiative i
  WHERE portfolio_id = $1::uuid AND status IN ('ACTIVE', 'ON_HOLD') AND NOT id ${IS_WRITTEN_SINCE} GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT template_id, stage_key, status, days, initiative_id ${IS_LIVELY}, count(*)
  FROM version WHERE is_open AND status IN ('ACTIVE', 'ON_HOLD') GROUP BY 1, 2, 3, 4, 5`;
