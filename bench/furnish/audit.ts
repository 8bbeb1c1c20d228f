import type pg from 'pg';
import { EVENTS_EACH, FIRST_DAY } from '../sizes.js';
import { EACH_INITIATIVE, ID } from './draw.js';

const AT_ONCE = 10_000;

// As AppendAudit writes it: texts without a space between their parts.
const BODY = `concat(
    '{"at":"', to_char((timestamptz '${FIRST_DAY}' + (k * 30 + n % 30) * interval '1 day' + n * interval '1 second') AT TIME ZONE 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    '","actorId":"', owner_id,
    CASE WHEN k = 1 THEN '","action":"initiative.created","subjectType":"Initiative","subjectId":"' || id || '","changes":{"name":"' || name || '"}}'
    WHEN k % 3 = 0 THEN '","action":"measurements.recorded","subjectType":"Kpi","subjectId":"' || ${ID('kpi', `n || '-1'`)} ||
      '","changes":{"recorded":1,"measurements":[{"measuredOn":"2026-01-01","value":"6.5","sampleSize":100,"source":"bench"}]}}'
    WHEN k % 3 = 1 THEN '","action":"initiative.updated","subjectType":"Initiative","subjectId":"' || id ||
      '","changes":{"problem":{"from":"Work waits.","to":"Work waits, and nobody knows for how long."}}}'
    ELSE '","action":"evidence.submitted","subjectType":"Evidence","subjectId":"' || ${ID('evidence', `n || '-data-access'`)} ||
      '","changes":{"criterionKey":"data-access","kind":"DOCUMENT","effectiveOn":"2025-06-01","content":{"summary":"Where the data is.",' ||
      '"url":"https://docs.bench.invalid/' || key || '","effectiveOn":"2025-06-01"}}}'
    END)`;

// One initiative's events follow one another, and those of all others go beside: the hashes are those audit_append would make.
const EVENTS = `
  WITH RECURSIVE whose AS (SELECT i.*, n FROM ${EACH_INITIATIVE} WHERE i.number BETWEEN $1 AND $2),
  told AS (
    SELECT id, k, n, ${BODY} AS body FROM whose CROSS JOIN generate_series(1, ${EVENTS_EACH}) AS k
  ),
  link AS (
    SELECT id, 0 AS k, ''::text AS previous_hash, ''::text AS body, repeat('0', 64) AS hash FROM whose
    UNION ALL
    SELECT t.id, t.k, l.hash, t.body, encode(sha256(convert_to(l.hash || ':' || t.k || ':' || t.body, 'UTF8')), 'hex')
    FROM link l JOIN told t ON t.id = l.id AND t.k = l.k + 1
  ),
  heads AS (
    INSERT INTO audit_chain (chain, portfolio_id, sequence, hash)
    SELECT 'initiative:' || l.id, w.portfolio_id, l.k, l.hash FROM link l JOIN whose w ON w.id = l.id WHERE l.k = ${EVENTS_EACH}
  )
  INSERT INTO audit_event (chain, sequence, previous_sequence, previous_hash, body, hash)
  SELECT 'initiative:' || id, k, NULLIF(k - 1, 0), previous_hash, body, hash FROM link WHERE k > 0 ORDER BY 1, 2`;

/** The audit trail of each initiative, whole: what is appended to it later follows, and it can be verified. */
export const writeAudit = async (client: pg.Client, initiatives: number): Promise<void> => {
  for (let first = 1; first <= initiatives; first += AT_ONCE) {
    await client.query(EVENTS, [first, first + AT_ONCE - 1]);
  }
};
