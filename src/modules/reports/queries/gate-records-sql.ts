const days = (from: string, to: string): string =>
  `((${to} AT TIME ZONE $6::text)::date - (${from} AT TIME ZONE $6::text)::date)`;

/** Reviews that were open at the instant ($2): they are still, or were closed after it. */
const OPEN = `
  SELECT r.gate_key, r.requested_at FROM gate_review r
  WHERE r.portfolio_id = $1::uuid AND r.status = 'OPEN' AND r.requested_at <= $2::timestamptz
  UNION ALL
  SELECT r.gate_key, r.requested_at FROM gate_review r
  WHERE r.portfolio_id = $1::uuid AND r.status = 'CANCELLED' AND r.cancelled_at > $2::timestamptz AND r.requested_at <= $2::timestamptz
  UNION ALL
  SELECT r.gate_key, r.requested_at FROM gate_decision d JOIN gate_review r ON r.id = d.review_id
  WHERE d.portfolio_id = $1::uuid AND d.gate_key = ANY($5::text[]) AND d.decided_at > $2::timestamptz AND r.requested_at <= $2::timestamptz`;

/**
 * What happened at the gates ($5) of a portfolio ($1): decisions and cancellations from ($3) to ($4), and reviews that were
 * open and the last ($7) decisions as of an instant ($2). Days are of its zone ($6). One statement, so one state of it all.
 */
export const GATE_RECORDS = `
  SELECT 'DECIDED' AS part, d.gate_key AS "gateKey", d.outcome, ${days('r.requested_at', 'd.decided_at')} AS days, count(*)
  FROM gate_decision d JOIN gate_review r ON r.id = d.review_id
  WHERE d.portfolio_id = $1::uuid AND d.gate_key = ANY($5::text[]) AND d.decided_at BETWEEN $3::timestamptz AND $4::timestamptz
  GROUP BY 2, 3, 4
  UNION ALL
  SELECT 'CANCELLED', r.gate_key, NULL, NULL, count(*) FROM gate_review r
  WHERE r.portfolio_id = $1::uuid AND r.status = 'CANCELLED' AND r.cancelled_at BETWEEN $3::timestamptz AND $4::timestamptz
  GROUP BY 2
  UNION ALL
  SELECT 'OPEN', o.gate_key, NULL, greatest(${days('o.requested_at', '$2::timestamptz')}, 0), count(*) FROM (${OPEN}) AS o GROUP BY 2, 4
  UNION ALL
  SELECT 'LAST', g.key, l.outcome, NULL, count(*) FROM unnest($5::text[]) AS g (key)
  CROSS JOIN LATERAL (
    SELECT d.outcome FROM gate_decision d
    WHERE d.portfolio_id = $1::uuid AND d.gate_key = g.key AND d.decided_at <= $2::timestamptz
    ORDER BY d.decided_at DESC, d.id DESC LIMIT $7
  ) AS l GROUP BY 2, 3`;
