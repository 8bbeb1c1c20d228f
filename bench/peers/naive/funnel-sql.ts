/** What no query builder says shortly. */
export const FUNNEL = `
  WITH entry AS (
    SELECT v.initiative_id, s.position AS rank,
      max(s.position) OVER (PARTITION BY v.initiative_id ORDER BY v.entered_at, v.left_at NULLS LAST, v.id
        ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS reached
    FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    WHERE v.portfolio_id = $1 AND v.superseded_at IS NULL AND v.entered_at >= $2::date::timestamp AT TIME ZONE $4
      AND v.entered_at < ($3::date + 1)::timestamp AT TIME ZONE $4
  ), cohort AS (
    SELECT initiative_id, rank, coalesce(bool_or(reached > rank), false) AS is_advanced FROM entry GROUP BY 1, 2
  )
  SELECT s.key AS "stageKey", count(c.initiative_id)::integer AS entered, count(*) FILTER (WHERE c.is_advanced)::integer AS advanced,
    count(*) FILTER (WHERE i.status IN ('KILLED', 'RETIRED') AND NOT c.is_advanced)::integer AS stopped
  FROM portfolio p JOIN template_stage s ON s.template_id = p.template_id
  LEFT JOIN cohort c ON c.rank = s.position LEFT JOIN initiative i ON i.id = c.initiative_id
  WHERE p.id = $1 GROUP BY s.position, s.key ORDER BY s.position`;
