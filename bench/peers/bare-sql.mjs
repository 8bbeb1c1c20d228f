// By name, for each is a prepared statement of that name.

export const GATES = 'SELECT template_id, key, name, exit_gate FROM template_stage';
export const PORTFOLIO = 'SELECT id, key, time_zone FROM portfolio WHERE key = $1';
export const ACTOR = 'SELECT id FROM app_user WHERE email = $1';

const DAYS_IN_STAGE = 'coalesce(i.clock_days, current_date - i.clock_since)';

export const BOARD = `
  SELECT i.id, i.key, i.name, i.status, i.value_thesis, i.investment_class, i.risk_tier, i.business_unit, i.updated_at, ${DAYS_IN_STAGE},
    i.template_id, i.stage_key, n.health, u.id, u.name
  FROM initiative i JOIN app_user u ON u.id = i.owner_id LEFT JOIN initiative_insight n ON n.initiative_id = i.id
  WHERE i.portfolio_id = $1 AND (i.updated_at, i.id) < ($2::timestamptz, $3::uuid)
  ORDER BY i.updated_at DESC, i.id DESC LIMIT 51`;

export const OUTCOMES = `
  SELECT DISTINCT ON (e.initiative_id, e.criterion_key) e.initiative_id, e.criterion_key, r.outcome
  FROM evidence e LEFT JOIN evidence_review r ON r.evidence_id = e.id
  WHERE e.initiative_id = ANY($1) ORDER BY e.initiative_id, e.criterion_key, e.submitted_at DESC, e.id DESC`;

export const INITIATIVE = `
  SELECT i.id, i.key, i.name, i.problem, i.status, i.value_thesis, i.investment_class, i.solution_type, i.risk_tier, i.business_unit, i.version,
    i.created_at, i.updated_at, ${DAYS_IN_STAGE}, n.health, n.health_reason, i.sponsor_id, i.template_id, i.stage_key, u.id, u.name, u.email, s.name
  FROM initiative i JOIN app_user u ON u.id = i.owner_id LEFT JOIN app_user s ON s.id = i.sponsor_id
  LEFT JOIN initiative_insight n ON n.initiative_id = i.id WHERE i.id = $1`;

export const VISITS = `
  SELECT stage_key, entered_at, left_at FROM stage_visit WHERE initiative_id = $1 AND superseded_at IS NULL ORDER BY entered_at, left_at NULLS LAST`;

export const EVIDENCE = `
  SELECT DISTINCT ON (e.criterion_key) e.criterion_key, e.id, e.summary, e.url, e.effective_on, e.submitted_at, u.id, u.name, r.outcome
  FROM evidence e JOIN app_user u ON u.id = e.submitted_by LEFT JOIN evidence_review r ON r.evidence_id = e.id
  WHERE e.initiative_id = $1 ORDER BY e.criterion_key, e.submitted_at DESC, e.id DESC`;

export const KPIS = `
  SELECT k.id, d.name, d.unit, d.role, d.class, d.direction, d.target, d.target_date, m.value, m.measured_on, m.sample_size, m.source
  FROM kpi k
  CROSS JOIN LATERAL (SELECT * FROM kpi_definition d WHERE d.kpi_id = k.id ORDER BY d.version DESC LIMIT 1) AS d
  LEFT JOIN LATERAL (SELECT * FROM kpi_measurement m WHERE m.kpi_id = k.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) AS m ON true
  WHERE k.initiative_id = $1 ORDER BY k.created_at, k.id`;

export const EVENTS = `
  SELECT a.sequence, a.body, u.name FROM audit_event a LEFT JOIN app_user u ON u.id = (a.body::json ->> 'actorId')::uuid
  WHERE a.chain = $1 ORDER BY a.sequence DESC LIMIT 20`;

export const LEDGER = `
  SELECT coalesce(i.business_unit, ''), coalesce(e.category_key, ''), sum(e.person_days)
  FROM effort_entry e JOIN initiative i ON i.id = e.initiative_id
  WHERE e.portfolio_id = $1 AND e.worked_on BETWEEN $2 AND $3 GROUP BY 1, 2`;

// Whole months, and what is not folded into them yet.
export const ROLLUPS = `
  SELECT key, category_key, sum(person_days) FROM (
    SELECT key, category_key, person_days FROM effort_rollup
    WHERE portfolio_id = $1 AND dimension = 'BUSINESS_UNIT' AND grain = 'MONTH' AND day BETWEEN $2 AND $3
    UNION ALL
    SELECT coalesce(i.business_unit, ''), coalesce(d.category_key, ''), d.person_days
    FROM effort_delta d JOIN initiative i ON i.id = d.initiative_id WHERE d.portfolio_id = $1 AND d.worked_on BETWEEN $2 AND $3
  ) AS cell GROUP BY 1, 2`;

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
  SELECT s.key, count(c.initiative_id), count(*) FILTER (WHERE c.is_advanced),
    count(*) FILTER (WHERE i.status IN ('KILLED', 'RETIRED') AND NOT c.is_advanced)
  FROM portfolio p JOIN template_stage s ON s.template_id = p.template_id
  LEFT JOIN cohort c ON c.rank = s.position LEFT JOIN initiative i ON i.id = c.initiative_id
  WHERE p.id = $1 GROUP BY s.position, s.key ORDER BY s.position`;

// One statement is one transaction: evidence and the row that tells of it, where the initiative takes any.
export const SUBMIT = `
  WITH standing AS (
    SELECT id FROM initiative WHERE id = $2 AND status IN ('ACTIVE', 'ON_HOLD') AND template_id = ANY($9::uuid[]) FOR SHARE
  ), written AS (
    INSERT INTO peers.handed_in (portfolio_id, initiative_id, criterion_key, kind, summary, url, content, effective_on, submitted_at, submitted_by)
    SELECT $1, id, $3, 'DOCUMENT', $4, $5, $6, $7, now(), $8 FROM standing RETURNING id, submitted_at
  ), noted AS (
    INSERT INTO peers.audit_log (initiative_id, portfolio_id, at, actor_id, action, subject_id, changes)
    SELECT $2, $1, now(), $8, 'evidence.submitted', id, $6::jsonb FROM written
  )
  SELECT id, submitted_at FROM written`;

export const BY_KEYS = 'SELECT key, id FROM initiative WHERE portfolio_id = $1 AND key = ANY($2)';

export const RECORD = `
  WITH written AS (
    INSERT INTO peers.worklog (portfolio_id, initiative_id, category_key, category_source, amount, unit, person_days, worked_on, person, labels,
      source, external_id, revision, method, is_reversal, recorded_at, recorded_by)
    SELECT $1, n.initiative_id, n.category_key, 'STATED', n.amount, n.unit, n.amount / 8, n.worked_on, n.person, '{}',
      n.source, n.external_id, 1, n.method, false, now(), $2
    FROM unnest($3::uuid[], $4::text[], $5::numeric[], $6::text[], $7::date[], $8::text[], $9::text[], $10::text[], $11::text[])
      AS n (initiative_id, category_key, amount, unit, worked_on, person, source, external_id, method)
    ON CONFLICT (portfolio_id, source, external_id) DO NOTHING RETURNING 1
  )
  SELECT count(*) FROM written`;
