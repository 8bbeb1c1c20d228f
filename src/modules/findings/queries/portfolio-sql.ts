import { LAST_DECISIONS } from '../../../domain/gates/rubber-stamp.js';
/**
 * When the initiatives `who` were ACTIVE or ON_HOLD, as it is known at ($2): before the first change of its status one is
 * ACTIVE, and one that is alive still is so until infinity.
 */
const alive = (who: string): string => `
  SELECT initiative_id, since, until FROM (
    SELECT initiative_id, status, changed_at AS since,
      lead(changed_at, 1, 'infinity') OVER (PARTITION BY initiative_id ORDER BY sequence) AS until
    FROM (
      SELECT initiative_id, sequence, changed_at, status FROM status_change
      WHERE portfolio_id = $1 AND changed_at <= $2 AND initiative_id IN (SELECT initiative_id FROM ${who})
      UNION ALL SELECT DISTINCT initiative_id, -1, '-infinity'::timestamptz, 'ACTIVE' FROM ${who}
    ) changes
  ) spans WHERE status IN ('ACTIVE', 'ON_HOLD') AND until > since`;

/**
 * When initiatives of a portfolio ($1) stood alive in the stages ($4) of a template ($3) in whichever version, as of ($2): those
 * that still do, and where they are more than the limit of the stage ($5) all that ever did.
 */
export const STAYS_IN_LIMITED_STAGES = `
  WITH visits AS MATERIALIZED (
    SELECT v.initiative_id, v.stage_key, v.entered_at, coalesce(CASE WHEN v.left_at <= $2 THEN v.left_at END, 'infinity') AS left_at
    FROM stage_visit v JOIN workflow_template w ON w.id = v.template_id
    WHERE v.portfolio_id = $1 AND w.key = $3 AND v.stage_key = ANY($4::text[]) AND v.entered_at <= $2
      AND v.recorded_at <= $2 AND (v.superseded_at IS NULL OR v.superseded_at > $2)
  ),
  stays AS MATERIALIZED (
    SELECT v.stage_key, greatest(v.entered_at, a.since) AS since, least(v.left_at, a.until) AS until
    FROM visits v JOIN (${alive('visits')}) a ON a.initiative_id = v.initiative_id AND a.since < v.left_at AND a.until > v.entered_at
  ),
  crowded AS (
    SELECT l.stage_key FROM unnest($4::text[], $5::integer[]) AS l (stage_key, most)
    WHERE (SELECT count(*) FROM stays s WHERE s.stage_key = l.stage_key AND s.until = 'infinity') > l.most
  )
  SELECT stage_key AS "stageKey", since AS "from", nullif(until, 'infinity') AS until FROM stays
  WHERE until = 'infinity' OR stage_key IN (SELECT stage_key FROM crowded)`;

/** Of each gate of a portfolio ($1) as of ($2): the last 20 decisions, and the first 20 of the GOs in a row that it ends with. */
export const GATE_HISTORIES = `
  SELECT "gateKey", id, outcome, "decidedAt" FROM (
    SELECT *, row_number() OVER (PARTITION BY "gateKey", others ORDER BY "decidedAt", id) AS nth FROM (
      SELECT gate_key AS "gateKey", id, outcome, decided_at AS "decidedAt",
        row_number() OVER (PARTITION BY gate_key ORDER BY decided_at DESC, id DESC) AS back,
        count(*) FILTER (WHERE outcome <> 'GO') OVER (PARTITION BY gate_key ORDER BY decided_at DESC, id DESC) AS others
      FROM gate_decision WHERE portfolio_id = $1 AND decided_at <= $2
    ) known
  ) counted
  WHERE back <= ${LAST_DECISIONS} OR (others = 0 AND nth <= ${LAST_DECISIONS})
  ORDER BY "gateKey", "decidedAt", id`;

/** When initiatives of a portfolio ($1) were alive and said to be chat assistants of a business unit, as of ($2). */
export const CHAT_ASSISTANTS = `
  WITH said AS MATERIALIZED (
    SELECT r.initiative_id, r.version, r.recorded_at AS since, r.attributes->>'businessUnit' AS business_unit,
      coalesce((
        SELECT n.recorded_at FROM initiative_revision n
        WHERE n.initiative_id = r.initiative_id AND n.version > r.version AND n.recorded_at <= $2 ORDER BY n.version LIMIT 1
      ), 'infinity') AS until
    FROM initiative_revision r
    WHERE r.portfolio_id = $1 AND r.recorded_at <= $2 AND r.attributes->>'solutionType' = 'CHAT_ASSISTANT'
      AND r.attributes->>'businessUnit' IS NOT NULL
  )
  SELECT s.business_unit AS "businessUnit", i.key AS "initiativeKey", greatest(s.since, a.since) AS "from",
    nullif(least(s.until, a.until), 'infinity') AS until
  FROM said s
  JOIN (${alive('said')}) a ON a.initiative_id = s.initiative_id AND a.since < s.until AND a.until > s.since
  JOIN initiative i ON i.id = s.initiative_id`;
