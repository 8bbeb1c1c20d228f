import { happened } from './happened-sql.js';

/** How many midnights of the zone ($5) visit `v` was ON_HOLD at by now ($6), as \`daysOnHold\` of the domain. */
const DAYS_ON_HOLD = `(
  SELECT coalesce(sum((least(v.left_at, s.until, $6::timestamptz) AT TIME ZONE $5::text)::date
    - (greatest(v.entered_at, s.changed_at) AT TIME ZONE $5::text)::date), 0)
  FROM (
    SELECT c.status, c.changed_at, lead(c.changed_at) OVER (ORDER BY c.sequence) AS until
    FROM status_change c WHERE c.initiative_id = v.initiative_id
  ) s
  WHERE s.status = 'ON_HOLD' AND greatest(v.entered_at, s.changed_at) < least(v.left_at, s.until, $6::timestamptz))`;

/** The visits of stages as they are known now, by the time they began. */
export const STAGE_VISITS = `
  SELECT i.key AS "initiativeKey", i.name AS "initiativeName", v.stage_key AS stage, d.name AS "stageName", d.category AS "stageCategory",
    t.version AS "templateVersion", v.entered_at AS "enteredAt", v.left_at AS "leftAt", ${DAYS_ON_HOLD} AS "daysOnHold",
    v.recorded_at AS "recordedAt"
  FROM stage_visit v
  JOIN initiative i ON i.id = v.initiative_id
  JOIN template_stage d ON d.template_id = v.template_id AND d.key = v.stage_key
  JOIN workflow_template t ON t.id = v.template_id
  WHERE ${happened('v', 'v.entered_at')} AND v.superseded_at IS NULL
  ORDER BY v.entered_at, v.id`;

/** Evidence by the time it was submitted; how long a piece holds is said by the initiative's template. */
export const EVIDENCE_LIST = `
  WITH term AS MATERIALIZED (
    SELECT DISTINCT ON (s.template_id, c->>'key') s.template_id, c->>'key' AS criterion_key, (c->>'validForDays')::integer AS days
    FROM template_stage s CROSS JOIN LATERAL jsonb_array_elements(s.exit_gate->'criteria') c
    WHERE s.template_id IN (SELECT template_id FROM initiative WHERE portfolio_id = $1::uuid)
    ORDER BY s.template_id, c->>'key', s.position
  )
  SELECT e.id, i.key AS "initiativeKey", i.name AS "initiativeName", e.criterion_key AS "criterionKey", e.kind,
    CASE WHEN w.evidence_id IS NOT NULL THEN 'WITHDRAWN' ELSE coalesce(r.outcome, 'SUBMITTED') END AS status, e.summary, e.url,
    e.effective_on AS "effectiveOn", e.effective_on + term.days AS "expiresOn", e.submitted_at AS "submittedAt", u.name AS "submittedBy",
    coalesce(w.withdrawn_at, r.reviewed_at) AS "reviewedAt", b.name AS "reviewedBy", coalesce(w.reason, r.comment) AS "reviewComment"
  FROM evidence e
  JOIN initiative i ON i.id = e.initiative_id
  JOIN app_user u ON u.id = e.submitted_by
  LEFT JOIN term ON term.template_id = i.template_id AND term.criterion_key = e.criterion_key
  LEFT JOIN evidence_review r ON r.evidence_id = e.id
  LEFT JOIN evidence_withdrawal w ON w.evidence_id = e.id
  LEFT JOIN app_user b ON b.id = r.reviewed_by
  WHERE ${happened('e', 'e.submitted_at')} AND ($5::text IS NULL OR e.criterion_key = $5::text)
  ORDER BY e.submitted_at, e.id`;

/** Measurements by the day they are of ($2 to $3), each with what its KPI is called now. */
export const MEASUREMENTS = `
  SELECT m.id, i.key AS "initiativeKey", i.name AS "initiativeName", m.kpi_id AS "kpiId", d.name AS kpi, d.unit, d.role,
    m.measured_on AS "measuredOn", m.value, m.sample_size AS "sampleSize", m.source, m.external_id AS "externalId",
    m.recorded_at AS "recordedAt", u.name AS "recordedBy"
  FROM kpi_measurement m
  JOIN kpi k ON k.id = m.kpi_id
  JOIN initiative i ON i.id = k.initiative_id
  JOIN app_user u ON u.id = m.recorded_by
  JOIN LATERAL (SELECT name, unit, role FROM kpi_definition WHERE kpi_id = k.id ORDER BY version DESC LIMIT 1) d ON true
  WHERE m.portfolio_id = $1::uuid AND ($2::date IS NULL OR m.measured_on >= $2::date) AND ($3::date IS NULL OR m.measured_on <= $3::date)
    AND ($4::text IS NULL OR i.key = $4::text)
  ORDER BY m.measured_on, m.id`;

/** Every event of every chain of a portfolio, chain by chain; its body is the text that was hashed, byte for byte. */
export const AUDIT_EVENTS = `
  SELECT e.chain, e.sequence, i.key AS "initiativeKey", b.body->>'at' AS at, u.name AS actor, b.body->>'action' AS action,
    b.body->>'subjectType' AS "subjectType", b.body->>'subjectId' AS "subjectId", e.body, e.previous_hash AS "previousHash", e.hash
  FROM audit_chain c
  JOIN audit_event e ON e.chain = c.chain
  CROSS JOIN LATERAL (SELECT e.body::jsonb AS body) b
  LEFT JOIN initiative i ON i.id = CASE WHEN c.chain LIKE 'initiative:%' THEN substr(c.chain, 12)::uuid END
  LEFT JOIN app_user u ON u.id::text = b.body->>'actorId'
  WHERE c.portfolio_id = $1::uuid AND ($2::timestamptz IS NULL OR (b.body->>'at')::timestamptz >= $2::timestamptz)
    AND ($3::timestamptz IS NULL OR (b.body->>'at')::timestamptz < $3::timestamptz) AND ($4::text IS NULL OR i.key = $4::text)
  ORDER BY e.chain, e.sequence`;

/** Tickets by key, each with the initiatives it belongs to: a row for each of them, and one for a ticket of none. */
export const TICKET_LIST = `
  SELECT c.name AS connection, c.tool, t.key, t.external_id AS "externalId", t.title, t.url, t.type, t.project_key AS "projectKey",
    t.status_name AS "statusName", t.status_category AS "statusCategory", t.labels, t.components, t.time_spent_seconds AS "timeSpentSeconds",
    t.points, t.deleted_at IS NOT NULL AND (t.restored_at IS NULL OR t.restored_at < t.deleted_at) AS deleted,
    t.tool_updated_at AS "toolUpdatedAt", i.key AS "initiativeKey", l.share_percent AS "sharePercent", l.rule_name AS "ruleName",
    ARRAY(SELECT k.criterion_key FROM ticket_criterion k WHERE k.ticket_id = t.id AND k.initiative_id = l.initiative_id
      AND k.unlinked_at IS NULL ORDER BY k.criterion_key) AS "criterionKeys", t.effort_problem AS "effortProblem"
  FROM ticket t
  JOIN integration_connection c ON c.id = t.connection_id
  LEFT JOIN ticket_link l ON l.ticket_id = t.id AND l.unlinked_at IS NULL
  LEFT JOIN initiative i ON i.id = l.initiative_id
  WHERE t.portfolio_id = $1::uuid AND ($2::text IS NULL OR i.key = $2::text)
    AND ($3::text[] IS NULL OR t.status_category = ANY($3::text[])) AND ($4::boolean IS NULL OR (l.id IS NULL) = $4::boolean)
  ORDER BY t.key, t.id, i.number`;
