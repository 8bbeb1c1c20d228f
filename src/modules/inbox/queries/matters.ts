// $1 the viewer, $2 the portfolios of the viewer, $3 those as GATEKEEPER, $4 those as GATEKEEPER or EVIDENCE_REVIEWER, $5 their days: id and today,
// $6 those in which the viewer settles late effort.

/** Reviews the viewer has not voted in, and those whose quorum is full; never of the viewer's own initiatives. */
const REVIEWS = `
  SELECT CASE WHEN mine.voted THEN 'DECIDE' ELSE 'VOTE' END AS kind, r.id AS subject_id, r.initiative_id, r.requested_at AS since,
    r.due_on, s.exit_gate ->> 'name' AS about, NULL::text AS note
  FROM gate_review r
  JOIN initiative i ON i.id = r.initiative_id
  JOIN template_stage s ON s.template_id = i.template_id AND s.key = i.stage_key
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM gate_vote v WHERE v.review_id = r.id AND v.voter_id = $1) AS voted) mine
  WHERE r.status = 'OPEN' AND r.portfolio_id = ANY($3) AND i.status = 'ACTIVE' AND i.owner_id <> $1 AND i.sponsor_id IS DISTINCT FROM $1
    AND (NOT mine.voted OR (s.exit_gate ->> 'quorum')::int <= (
      SELECT count(v.outcome) FROM (
        SELECT DISTINCT ON (voter_id) voter_id, outcome FROM gate_vote WHERE review_id = r.id ORDER BY voter_id, sequence DESC
      ) v
      JOIN portfolio_member m ON m.portfolio_id = r.portfolio_id AND m.user_id = v.voter_id AND 'GATEKEEPER' = ANY(m.roles)
      WHERE v.voter_id <> i.owner_id AND v.voter_id IS DISTINCT FROM i.sponsor_id))`;

const CRITERION_NAME = `coalesce((
    SELECT c ->> 'name' FROM template_stage s, jsonb_array_elements(s.exit_gate -> 'criteria') c
    WHERE s.template_id = i.template_id AND s.exit_gate IS NOT NULL AND c ->> 'key' = x.criterion_key LIMIT 1
  ), x.criterion_key)`;

const IS_NEWEST = `NOT EXISTS (
    SELECT 1 FROM evidence n WHERE n.initiative_id = x.initiative_id AND n.criterion_key = x.criterion_key
      AND (n.submitted_at, n.id) > (x.submitted_at, x.id))`;

/** Evidence without a review, the newest of its criterion, of somebody else and of an initiative of somebody else. */
const UNREVIEWED = `
  SELECT 'REVIEW_EVIDENCE', x.id, x.initiative_id, x.submitted_at, NULL::date, ${CRITERION_NAME}, NULL
  FROM evidence x JOIN initiative i ON i.id = x.initiative_id
  WHERE x.portfolio_id = ANY($4) AND x.kind NOT IN ('EXTERNAL_CHECK', 'TICKETS_DONE') AND x.submitted_by <> $1 AND i.owner_id <> $1
    AND i.status IN ('ACTIVE', 'ON_HOLD') AND NOT EXISTS (SELECT 1 FROM evidence_review r WHERE r.evidence_id = x.id) AND ${IS_NEWEST}`;

/** Evidence of the viewer that was returned and has no successor. */
const RETURNED = `
  SELECT 'RESUBMIT_EVIDENCE', x.id, x.initiative_id, r.reviewed_at, NULL, ${CRITERION_NAME}, r.comment
  FROM evidence x JOIN evidence_review r ON r.evidence_id = x.id JOIN initiative i ON i.id = x.initiative_id
  WHERE x.portfolio_id = ANY($2) AND x.submitted_by = $1 AND r.outcome = 'RETURNED' AND i.status IN ('ACTIVE', 'ON_HOLD') AND ${IS_NEWEST}`;

/** Conditions the viewer answers for that are not closed. */
const CONDITIONS = `
  SELECT 'CLOSE_CONDITION', x.id, x.initiative_id, x.made_at, x.due_on, x.text, NULL
  FROM gate_condition x JOIN initiative i ON i.id = x.initiative_id
  WHERE x.portfolio_id = ANY($2) AND x.owner_id = $1 AND x.status <> 'CLOSED' AND i.status IN ('ACTIVE', 'ON_HOLD')`;

/** Waivers that somebody else requested, through their last day. */
const WAIVERS = `
  SELECT 'DECIDE_WAIVER', x.id, x.initiative_id, x.requested_at, x.expires_on, ${CRITERION_NAME}, x.reason
  FROM waiver x JOIN initiative i ON i.id = x.initiative_id
  JOIN jsonb_to_recordset($5::jsonb) AS d (id uuid, today date) ON d.id = x.portfolio_id
  WHERE x.portfolio_id = ANY($3) AND x.requested_by <> $1 AND x.status = 'PENDING' AND i.status IN ('ACTIVE', 'ON_HOLD')
    AND x.expires_on >= d.today`;

/** Late entries of effort, those of an initiative together. */
const LATE_EFFORT = `
  SELECT 'SETTLE_LATE_EFFORT', x.initiative_id, x.initiative_id, min(x.received_at), NULL, count(*)::text, NULL
  FROM late_effort x WHERE x.portfolio_id = ANY($6) AND x.status = 'PENDING' GROUP BY x.initiative_id`;

/** Comments that mention the viewer and were neither read nor answered; enough of their words for an excerpt. */
const MENTIONS = `
  SELECT 'ANSWER_MENTION', x.comment_id, c.initiative_id, x.mentioned_at, NULL, u.name, left(t.text, 600)
  FROM comment_mention x JOIN comment c ON c.id = x.comment_id JOIN comment_text t ON t.comment_id = c.id AND t.version = c.version
  JOIN app_user u ON u.id = c.posted_by
  WHERE x.portfolio_id = ANY($2) AND x.user_id = $1 AND x.read_at IS NULL`;

/** Open reviews of what the viewer's initiatives brought. */
const BENEFITS = `
  SELECT 'REVIEW_BENEFITS', x.id, x.initiative_id, x.opened_at, x.due_on, x.milestone_days::text, NULL
  FROM benefits_review x JOIN initiative i ON i.id = x.initiative_id
  WHERE x.portfolio_id = ANY($2) AND x.completed_at IS NULL AND i.owner_id = $1 AND i.status IN ('ACTIVE', 'ON_HOLD')`;

const ALL = [REVIEWS, UNREVIEWED, RETURNED, CONDITIONS, WAIVERS, LATE_EFFORT, MENTIONS, BENEFITS];

const MATTER = `WITH matter AS (${ALL.join('\n UNION ALL\n')})`;

/** How much of it there is. */
export const COUNT = `${MATTER} SELECT count(*)::int AS count FROM matter`;

/** A page of all of it: $7 rows, after the due date, instant and id in $8 to $10. */
export const MATTERS = `
  ${MATTER}
  SELECT m.kind, m.subject_id AS "subjectId", m.initiative_id AS "initiativeId", i.key AS "initiativeKey", m.since, m.due_on AS "dueOn",
    m.about, m.note, p.time_zone AS "timeZone", coalesce(m.due_on, '9999-12-31') AS rank
  FROM matter m JOIN initiative i ON i.id = m.initiative_id JOIN portfolio p ON p.id = i.portfolio_id
  WHERE $8::date IS NULL OR (coalesce(m.due_on, '9999-12-31'), m.since, m.subject_id) > ($8::date, $9::timestamptz, $10::uuid)
  ORDER BY rank, m.since, m.subject_id LIMIT $7`;
