import { LAST_DECISIONS } from '../../../domain/gates/rubber-stamp.js';

const ENDED = `('KILLED', 'RETIRED')`;

/**
 * When the initiatives `who` were ACTIVE or ON_HOLD, as it is known at ($2): before the first change of its status one is
 * ACTIVE, and one that is alive still is so until infinity. Each by itself, so that of no other a change is read.
 */
const alive = (who: string): string => `
  SELECT w.initiative_id, spans.since, spans.until FROM (SELECT DISTINCT initiative_id FROM ${who}) w
  CROSS JOIN LATERAL (
    SELECT status, changed_at AS since, lead(changed_at, 1, 'infinity') OVER (ORDER BY sequence) AS until
    FROM (
      SELECT sequence, changed_at, status FROM status_change c WHERE c.initiative_id = w.initiative_id AND c.changed_at <= $2
      UNION ALL SELECT -1, '-infinity'::timestamptz, 'ACTIVE'
    ) changes
  ) spans
  WHERE spans.status NOT IN ${ENDED} AND spans.until > spans.since`;

/** Whether visit `v` was begun and recorded at ($2), and nothing stood in its place. */
const IS_KNOWN = 'v.entered_at <= $2 AND v.recorded_at <= $2 AND (v.superseded_at IS NULL OR v.superseded_at > $2)';

/** Whether visit `v` is one to a stage ($4) of a version ($3) of the template. */
const IS_ASKED = 'v.template_id = ANY($3::uuid[]) AND v.stage_key = ANY($4::text[])';

/** The one visit of an initiative that went on at an instant, as it is known at ($2): one read from its index. */
const visitOf = (initiative: string, at: string): string => `
  CROSS JOIN LATERAL (
    SELECT * FROM stage_visit v
    WHERE v.portfolio_id = $1 AND v.initiative_id = ${initiative} AND ${IS_KNOWN} AND v.entered_at <= ${at} AND (v.left_at IS NULL OR v.left_at > ${at})
    ORDER BY v.entered_at DESC LIMIT 1
  ) v`;

/**
 * Since when initiatives of a portfolio ($1) stand alive in stages ($4) of a template in its versions ($3), as of ($2). Those
 * that do now, and those to which something happened since that instant: nothing of what was over by then is read.
 */
export const STANDING_IN_STAGES = `
  WITH who AS (
    SELECT id FROM initiative WHERE portfolio_id = $1 AND stage_key = ANY($4::text[]) AND status IN ('ACTIVE', 'ON_HOLD')
    UNION SELECT initiative_id FROM stage_visit WHERE portfolio_id = $1 AND greatest(recorded_at, superseded_at, left_at) > $2
    UNION SELECT initiative_id FROM status_change WHERE portfolio_id = $1 AND changed_at > $2 AND status IN ${ENDED}
  )
  SELECT v.stage_key AS "stageKey", greatest(v.entered_at, (
      SELECT min(c.changed_at) FROM status_change c
      WHERE c.initiative_id = v.initiative_id AND c.changed_at <= $2 AND c.sequence > s.ended
    )) AS "from"
  FROM who ${visitOf('who.id', '$2')}
  CROSS JOIN LATERAL (
    SELECT max(c.sequence) FILTER (WHERE c.status IN ${ENDED}) AS ended, max(c.sequence) AS last
    FROM status_change c WHERE c.initiative_id = v.initiative_id AND c.changed_at <= $2
  ) s
  WHERE ${IS_ASKED} AND (s.ended IS NULL OR s.last > s.ended)`;

/**
 * The same of initiatives that do no more, of the last ($5) that left each stage and of the last ($5) that ended where they
 * stood. `knownFrom` is the instant before which more may have left the stage than were read; null where these are all.
 */
export const DEPARTED_FROM_STAGES = `
  WITH ended AS MATERIALIZED (
    SELECT initiative_id, changed_at FROM status_change
    WHERE portfolio_id = $1 AND status IN ${ENDED} AND changed_at <= $2 ORDER BY changed_at DESC LIMIT $5
  ),
  gone AS MATERIALIZED (
    SELECT v.* FROM unnest($4::text[]) AS k (stage_key) CROSS JOIN LATERAL (
      SELECT v.id, v.initiative_id, v.stage_key, v.entered_at, v.left_at FROM stage_visit v
      WHERE v.portfolio_id = $1 AND v.stage_key = k.stage_key AND v.left_at <= $2 AND ${IS_KNOWN} AND ${IS_ASKED} ORDER BY v.left_at DESC LIMIT $5
    ) v
  ),
  visits AS MATERIALIZED (
    SELECT * FROM gone
    UNION SELECT v.id, v.initiative_id, v.stage_key, v.entered_at, CASE WHEN v.left_at <= $2 THEN v.left_at END
    FROM ended e ${visitOf('e.initiative_id', 'e.changed_at')} WHERE ${IS_ASKED}
  ),
  stays AS (
    SELECT v.stage_key, greatest(v.entered_at, a.since) AS since, least(v.left_at, a.until) AS until
    FROM visits v JOIN (${alive('visits')}) a
      ON a.initiative_id = v.initiative_id AND a.since < coalesce(v.left_at, 'infinity') AND a.until > v.entered_at
  ),
  known AS MATERIALIZED (
    SELECT k.stage_key, greatest(
      (SELECT min(g.left_at) FROM gone g WHERE g.stage_key = k.stage_key HAVING count(*) = $5::integer),
      (SELECT min(changed_at) FROM ended HAVING count(*) = $5::integer)) AS since
    FROM unnest($4::text[]) AS k (stage_key)
  )
  SELECT k.stage_key AS "stageKey", k.since AS "knownFrom", s.since AS "from", s.until
  FROM known k LEFT JOIN stays s ON s.stage_key = k.stage_key AND s.until <= $2`;

/**
 * Of each gate of a portfolio ($1) as of ($2): the last 20 decisions, and the first 20 of the GOs in a row that it ends with.
 * Each gate is found, and each decision of it read, from an index: however many were made, no more than these.
 */
export const GATE_HISTORIES = `
  WITH RECURSIVE gates AS (
    SELECT min(gate_key) AS gate_key FROM gate_decision WHERE portfolio_id = $1
    UNION ALL
    SELECT (SELECT min(d.gate_key) FROM gate_decision d WHERE d.portfolio_id = $1 AND d.gate_key > g.gate_key)
    FROM gates g WHERE g.gate_key IS NOT NULL
  )
  SELECT g.gate_key AS "gateKey", d.id, d.outcome, d.decided_at AS "decidedAt"
  FROM gates g
  LEFT JOIN LATERAL (
    SELECT decided_at, id FROM gate_decision
    WHERE portfolio_id = $1 AND gate_key = g.gate_key AND outcome <> 'GO' AND decided_at <= $2 ORDER BY decided_at DESC, id DESC LIMIT 1
  ) other ON true
  CROSS JOIN LATERAL (
    (SELECT id, outcome, decided_at FROM gate_decision
     WHERE portfolio_id = $1 AND gate_key = g.gate_key AND decided_at <= $2 ORDER BY decided_at DESC, id DESC LIMIT ${LAST_DECISIONS})
    UNION
    (SELECT id, outcome, decided_at FROM gate_decision
     WHERE portfolio_id = $1 AND gate_key = g.gate_key AND decided_at <= $2
       AND (decided_at, id) > (coalesce(other.decided_at, '-infinity'), coalesce(other.id, '00000000-0000-0000-0000-000000000000'))
     ORDER BY decided_at, id LIMIT ${LAST_DECISIONS})
  ) d
  ORDER BY 1, 4, 2`;

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
