import { happened } from './happened-sql.js';

/** The vote each gatekeeper had cast last, of the review of decision `d`. */
const VOTES = `(
  SELECT array_agg(cast_by.name || ': ' || coalesce(v.outcome, 'abstains') ORDER BY cast_by.name, v.voter_id) FROM (
    SELECT DISTINCT ON (g.voter_id) g.voter_id, g.outcome FROM gate_vote g WHERE g.review_id = d.review_id
    ORDER BY g.voter_id, g.sequence DESC
  ) v JOIN app_user cast_by ON cast_by.id = v.voter_id)`;

const CONDITIONS = `(
  SELECT array_agg(c.text || ' (' || charged.name || ', due ' || c.due_on || ')' ORDER BY c.due_on, c.id)
  FROM gate_condition c JOIN app_user charged ON charged.id = c.owner_id WHERE c.decision_id = d.id)`;

/** Decisions by the time they were made. */
export const DECISIONS = `
  SELECT d.id, i.key AS "initiativeKey", i.name AS "initiativeName", d.gate_key AS "gateKey", d.outcome, d.rationale,
    r.requested_at AS "requestedAt", d.decided_at AS "decidedAt", u.name AS "decidedBy", coalesce(${VOTES}, '{}') AS votes,
    coalesce(${CONDITIONS}, '{}') AS conditions, d.from_stage_key AS "fromStage", d.to_stage_key AS "toStage",
    t.version AS "templateVersion", d.snapshot_sha256 AS "snapshotSha256"
  FROM gate_decision d
  JOIN initiative i ON i.id = d.initiative_id
  JOIN gate_review r ON r.id = d.review_id
  JOIN app_user u ON u.id = d.decided_by
  JOIN workflow_template t ON t.id = d.template_id
  WHERE ${happened('d', 'd.decided_at')} AND ($5::text[] IS NULL OR d.outcome = ANY($5::text[]))
  ORDER BY d.decided_at, d.id`;

/** Conditions by the time they were made. */
export const CONDITION_LIST = `
  SELECT c.id, i.key AS "initiativeKey", i.name AS "initiativeName", d.gate_key AS "gateKey", c.decision_id AS "decisionId",
    c.text, u.name AS owner, c.due_on AS "dueOn", c.criterion_key AS "criterionKey", c.status, c.made_at AS "madeAt",
    c.breached_at AS "breachedAt", c.closed_at AS "closedAt", b.name AS "closedBy", c.close_note AS "closeNote", c.close_url AS "closeUrl"
  FROM gate_condition c
  JOIN gate_decision d ON d.id = c.decision_id
  JOIN initiative i ON i.id = c.initiative_id
  JOIN app_user u ON u.id = c.owner_id
  LEFT JOIN app_user b ON b.id = c.closed_by
  WHERE ${happened('c', 'c.made_at')} AND ($5::text[] IS NULL OR c.status = ANY($5::text[]))
  ORDER BY c.made_at, c.id`;

/** Where waiver `w` stands on a day ($6), as \`waiverStatusOn\` of the domain: what is over by its date is EXPIRED, marked or not. */
const WAIVER_STATUS = `CASE WHEN w.status IN ('PENDING', 'APPROVED') AND w.expires_on < $6::date THEN 'EXPIRED' ELSE w.status END`;

/** Waivers by the time they were requested. */
export const WAIVER_LIST = `
  SELECT w.id, i.key AS "initiativeKey", i.name AS "initiativeName", w.gate_key AS "gateKey", w.criterion_key AS "criterionKey",
    ${WAIVER_STATUS} AS status, w.reason, w.compensating_control AS "compensatingControl", w.expires_on AS "expiresOn", w.renewals,
    w.requested_at AS "requestedAt", q.name AS "requestedBy", w.decided_at AS "decidedAt", d.name AS "decidedBy",
    w.decision_comment AS "decisionComment", w.revoked_at AS "revokedAt", r.name AS "revokedBy", w.revoke_reason AS "revokeReason"
  FROM waiver w
  JOIN initiative i ON i.id = w.initiative_id
  JOIN app_user q ON q.id = w.requested_by
  LEFT JOIN app_user d ON d.id = w.decided_by
  LEFT JOIN app_user r ON r.id = w.revoked_by
  WHERE ${happened('w', 'w.requested_at')} AND ($5::text[] IS NULL OR ${WAIVER_STATUS} = ANY($5::text[]))
  ORDER BY w.requested_at, w.id`;
