/**
 * The stays of a portfolio ($1) as they were known at an instant ($2): in a stage of the template, in whatever version, by
 * the ranks ($5) of its stages, and entered by the end of the period ($4); one that was left later is going on still.
 */
const KNOWN = `
  SELECT v.id, v.initiative_id, v.template_id, v.stage_key, r.rank, v.entered_at,
    CASE WHEN v.left_at <= $4::timestamptz THEN v.left_at END AS left_at
  FROM stage_visit v
  JOIN jsonb_to_recordset($5::jsonb) AS r ("templateId" uuid, "stageKey" text, rank integer)
    ON r."templateId" = v.template_id AND r."stageKey" = v.stage_key
  WHERE v.portfolio_id = $1::uuid AND v.recorded_at <= $2::timestamptz
    AND (v.superseded_at IS NULL OR v.superseded_at > $2::timestamptz) AND v.entered_at <= $4::timestamptz`;

/** Initiatives that were KILLED or RETIRED at the end of the period. */
const STOPPED = `
  SELECT c.initiative_id FROM status_change c
  WHERE c.portfolio_id = $1::uuid AND c.status IN ('KILLED', 'RETIRED') AND c.changed_at <= $4::timestamptz AND NOT EXISTS (
    SELECT 1 FROM status_change n
    WHERE n.initiative_id = c.initiative_id AND n.sequence > c.sequence AND n.changed_at <= $4::timestamptz)`;

/** Who entered each stage in the period ($3 to $4), and what had become of them by its end. */
export const COHORTS = `
  WITH entry AS (
    SELECT initiative_id, stage_key, rank,
      max(rank) OVER (PARTITION BY initiative_id ORDER BY entered_at, left_at NULLS LAST, id
        ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS reached
    FROM (${KNOWN} AND v.entered_at >= $3::timestamptz) AS known
  ), cohort AS (
    SELECT initiative_id, stage_key, coalesce(bool_or(reached > rank), false) AS is_advanced FROM entry GROUP BY 1, 2
  )
  SELECT c.stage_key AS "stageKey", count(*) AS entered, count(*) FILTER (WHERE c.is_advanced) AS advanced,
    count(*) FILTER (WHERE s.initiative_id IS NOT NULL AND NOT c.is_advanced) AS stopped
  FROM cohort c LEFT JOIN (${STOPPED}) AS s ON s.initiative_id = c.initiative_id
  GROUP BY 1`;

/** A day is a midnight of the portfolio's zone ($6) that was passed. */
const midnights = (from: string, to: string): string =>
  `((${to} AT TIME ZONE $6::text)::date - (${from} AT TIME ZONE $6::text)::date)`;

/**
 * How many of a cohort took how many days in a stage ($7) that they had left by the end of the period, by the law of
 * \`stageTotalsOf\`: all visits to it, also from before the period, in the version of the last one, without what was not ACTIVE.
 */
export const DAYS_TAKEN = `
  WITH cohort AS MATERIALIZED (
    SELECT DISTINCT initiative_id, stage_key
    FROM (${KNOWN} AND v.entered_at >= $3::timestamptz AND v.stage_key = ANY($7::text[])) AS known
  ), stay AS MATERIALIZED (
    SELECT k.*, first_value(k.template_id) OVER last AS counted_id, first_value(k.left_at) OVER last IS NULL AS is_open
    FROM (${KNOWN}) AS k JOIN cohort c ON c.initiative_id = k.initiative_id AND c.stage_key = k.stage_key
    WINDOW last AS (PARTITION BY k.initiative_id, k.stage_key ORDER BY k.entered_at DESC, k.left_at DESC NULLS FIRST, k.id DESC)
  ), counted AS MATERIALIZED (
    SELECT * FROM stay WHERE template_id = counted_id AND NOT is_open
  ), change AS (
    SELECT c.initiative_id, c.status, c.changed_at, lead(c.changed_at) OVER (PARTITION BY c.initiative_id ORDER BY c.sequence) AS until
    FROM status_change c WHERE c.initiative_id IN (SELECT initiative_id FROM counted)
  ), stop AS (
    SELECT s.id, sum(${midnights('greatest(s.entered_at, c.changed_at)', 'least(s.left_at, c.until)')}) AS days
    FROM counted s JOIN change c ON c.initiative_id = s.initiative_id AND c.status <> 'ACTIVE'
      AND greatest(s.entered_at, c.changed_at) < least(s.left_at, c.until)
    GROUP BY s.id
  ), taken AS (
    SELECT s.initiative_id, s.stage_key, sum(${midnights('s.entered_at', 's.left_at')} - coalesce(p.days, 0)) AS days
    FROM counted s LEFT JOIN stop p ON p.id = s.id GROUP BY 1, 2
  )
  SELECT stage_key AS "stageKey", days::integer, count(*) FROM taken GROUP BY 1, 2`;
