/**
 * What a portfolio ($1) has let go for now, as it was known at an instant ($2), a day ($3) of its zone ($4): waivers that wait
 * or are in force, and conditions that are not closed, of initiatives that were neither KILLED nor RETIRED.
 */
const DEBT = `debt AS (
  SELECT CASE WHEN w.decided_at <= $2::timestamptz THEN 'LIVE_WAIVER' ELSE 'PENDING_WAIVER' END AS kind, w.id, w.initiative_id,
    w.requested_at AS since, w.expires_on AS until, w.gate_key, w.criterion_key, w.reason AS text
  FROM waiver w
  WHERE w.portfolio_id = $1::uuid AND w.expires_on >= $3::date AND w.requested_at <= $2::timestamptz
    AND (w.revoked_at IS NULL OR w.revoked_at > $2::timestamptz)
    AND (w.status <> 'DENIED' OR w.decided_at > $2::timestamptz)
  UNION ALL
  SELECT CASE WHEN c.breached_at <= $2::timestamptz THEN 'BREACHED_CONDITION' ELSE 'OPEN_CONDITION' END, c.id, c.initiative_id,
    c.made_at, c.due_on, d.gate_key, c.criterion_key, c.text
  FROM gate_condition c JOIN gate_decision d ON d.id = c.decision_id
  WHERE c.portfolio_id = $1::uuid AND c.made_at <= $2::timestamptz AND (c.closed_at IS NULL OR c.closed_at > $2::timestamptz)
), live AS (
  SELECT d.*, greatest($3::date - (d.since AT TIME ZONE $4::text)::date, 0) AS days FROM debt d
  WHERE NOT EXISTS (
    SELECT 1 FROM status_change s
    WHERE s.initiative_id = d.initiative_id AND s.status IN ('KILLED', 'RETIRED') AND s.changed_at <= $2::timestamptz AND NOT EXISTS (
      SELECT 1 FROM status_change n
      WHERE n.initiative_id = s.initiative_id AND n.sequence > s.sequence AND n.changed_at <= $2::timestamptz)))`;

const ITEM = `
  kind, id, initiative_id AS "initiativeId", since, days, until, gate_key AS "gateKey", criterion_key AS "criterionKey", text`;

/** How many of each kind are how old. */
export const DEBT_COUNTS = `WITH ${DEBT} SELECT kind, days, count(*) FROM live GROUP BY 1, 2`;

/** The oldest of each kind ($5). */
export const OLDEST_DEBTS = `
  WITH ${DEBT} SELECT DISTINCT ON (kind) ${ITEM} FROM live WHERE kind = ANY($5::text[]) ORDER BY kind, since, id`;

/** A page of those of some kinds ($5), the oldest first: $6 of them after the instant and id in $7 and $8. */
export const DEBT_ITEMS = `
  WITH ${DEBT} SELECT ${ITEM} FROM live
  WHERE kind = ANY($5::text[]) AND ($7::timestamptz IS NULL OR (since, id) > ($7::timestamptz, $8::uuid))
  ORDER BY since, id LIMIT $6`;
