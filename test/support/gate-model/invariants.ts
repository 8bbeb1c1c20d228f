import { expect } from '@jest/globals';
import type { TestServer } from '../server.js';

/** Initiatives of which something is not as it must always be, each with what is wrong. */
const BROKEN = `
  SELECT i.key, 'does not stand where its one open visit is' AS wrong FROM initiative i
  WHERE (SELECT array_agg(v.stage_key) FROM stage_visit v WHERE v.initiative_id = i.id AND v.is_open) IS DISTINCT FROM ARRAY[i.stage_key]
  UNION ALL
  SELECT i.key, 'has a gap between two visits' FROM initiative i
  JOIN LATERAL (
    SELECT v.left_at, lead(v.entered_at) OVER (ORDER BY v.entered_at, v.left_at NULLS LAST, v.id) AS next_at
    FROM stage_visit v WHERE v.initiative_id = i.id AND v.superseded_at IS NULL
  ) v ON v.left_at IS DISTINCT FROM v.next_at
  UNION ALL
  SELECT i.key, 'has more or fewer moves than decisions that move' FROM initiative i
  WHERE (SELECT count(*) FROM stage_visit v WHERE v.initiative_id = i.id AND v.superseded_at IS NULL) - 1
    <> (SELECT count(*) FROM gate_decision d WHERE d.initiative_id = i.id AND d.outcome IN ('GO', 'CONDITIONAL_GO', 'RECYCLE'))
  UNION ALL
  SELECT i.key, 'has another version than revisions' FROM initiative i
  WHERE i.version <> (SELECT count(*) FROM initiative_revision r WHERE r.initiative_id = i.id)
  UNION ALL
  SELECT i.key, 'has another status than the last that was recorded' FROM initiative i
  WHERE i.status <> (SELECT c.status FROM status_change c WHERE c.initiative_id = i.id ORDER BY c.sequence DESC LIMIT 1)
  UNION ALL
  SELECT i.key, 'has a decision without its review, or a decided review without a decision' FROM initiative i
  JOIN gate_review r ON r.initiative_id = i.id
  WHERE (r.status = 'DECIDED') <> EXISTS (SELECT 1 FROM gate_decision d WHERE d.review_id = r.id)
  UNION ALL
  SELECT i.key, 'has a decision by its owner or sponsor' FROM initiative i JOIN gate_decision d ON d.initiative_id = i.id
  WHERE d.decided_by IN (i.owner_id, i.sponsor_id)`;

/** What must hold of every initiative after whatever was done. */
export const expectInvariants = async (server: TestServer, portfolioKeys: readonly string[]): Promise<void> => {
  expect(await server.source.query(BROKEN)).toEqual([]);
  for (const portfolioKey of portfolioKeys) {
    const { auditVerify } = await server.admin.ask(
      'query ($key: String!) { auditVerify(portfolioKey: $key) { ok firstBroken { chain sequence reason } } }',
      { key: portfolioKey },
    );
    expect(auditVerify).toEqual({ ok: true, firstBroken: null });
  }
};
