/**
 * The stays of a portfolio ($1) as they were known at an instant ($2): in a stage of the template, in whatever version, by
 * the ranks of its stages ($5, by version and key), and entered by the end of the period ($4); one that was left later is
 * going on still. Ranks are looked up and not joined, for of a join the planner would expect next to no rows.
 */
const KNOWN = `
  SELECT v.id, v.initiative_id, v.template_id, ($5::jsonb #>> ARRAY[v.template_id::text, v.stage_key])::integer AS rank, v.entered_at,
    CASE WHEN v.left_at <= $4::timestamptz THEN v.left_at END AS left_at
  FROM stage_visit v
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
    SELECT initiative_id, rank,
      max(rank) OVER (PARTITION BY initiative_id ORDER BY entered_at, left_at NULLS LAST, id
        ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS reached
    FROM (${KNOWN} AND v.entered_at >= $3::timestamptz) AS known WHERE rank IS NOT NULL
  ), cohort AS (
    SELECT initiative_id, rank, coalesce(bool_or(reached > rank), false) AS is_advanced FROM entry GROUP BY 1, 2
  )
  SELECT c.rank, count(*) AS entered, count(*) FILTER (WHERE c.is_advanced) AS advanced,
    count(*) FILTER (WHERE s.initiative_id IS NOT NULL AND NOT c.is_advanced) AS stopped
  FROM cohort c LEFT JOIN (${STOPPED}) AS s ON s.initiative_id = c.initiative_id
  GROUP BY 1`;

/** A day is a midnight of the portfolio's zone ($6) that was passed. */
const midnights = (from: string, to: string): string =>
  `((${to} AT TIME ZONE $6::text)::date - (${from} AT TIME ZONE $6::text)::date)`;

/** The stays with their days, and the same stays again with the days, taken off, in which an initiative was not ACTIVE. */
const CELLS = `
  SELECT k.initiative_id, k.template_id, k.rank, k.entered_at, k.left_at, ${midnights('k.entered_at', 'k.left_at')} AS days
  FROM (${KNOWN}) AS k
  UNION ALL
  SELECT k.initiative_id, k.template_id, k.rank, k.entered_at, k.left_at,
    - ${midnights('greatest(k.entered_at, c.changed_at)', 'least(k.left_at, c.until)')}
  FROM (${KNOWN}) AS k
  JOIN (
    SELECT s.initiative_id, s.changed_at, next.changed_at AS until
    FROM status_change s LEFT JOIN LATERAL (
      SELECT n.changed_at FROM status_change n
      WHERE n.initiative_id = s.initiative_id AND n.sequence > s.sequence ORDER BY n.sequence LIMIT 1
    ) AS next ON true
    WHERE s.portfolio_id = $1::uuid AND s.status <> 'ACTIVE' AND s.changed_at <= $4::timestamptz
  ) AS c ON c.initiative_id = k.initiative_id AND greatest(k.entered_at, c.changed_at) < least(k.left_at, c.until)
  WHERE k.left_at IS NOT NULL`;

/**
 * How many of the cohorts of some stages ($7, by rank) took how many days in a stage that they had left by the end of the
 * period, by the law of `stageTotalsOf`: all visits to it, also from before the period, in the version of the last one,
 * without what was not ACTIVE.
 */
export const DAYS_TAKEN = `
  WITH version AS (
    SELECT initiative_id, rank, template_id, max(entered_at) AS entered_at, bool_or(left_at IS NULL) AS is_open, coalesce(sum(days), 0) AS days
    FROM (${CELLS}) AS cell WHERE rank = ANY($7::integer[]) GROUP BY 1, 2, 3
  ), taken AS (
    SELECT initiative_id, rank, (max(ARRAY[extract(epoch FROM entered_at), days]))[2] AS days
    FROM version GROUP BY 1, 2 HAVING max(entered_at) >= $3::timestamptz AND NOT bool_or(is_open)
  )
  SELECT rank, days::integer, count(*) FROM taken GROUP BY 1, 2`;
