import { happened } from './happened-sql.js';

/** Findings by the time they were raised, each in its last version, with the mute that holds on a day ($8). */
export const FINDINGS = `
  SELECT f.finding_id AS id, f.code, f.level, i.key AS "initiativeKey", i.name AS "initiativeName", f.since, f.message, f.facts,
    f.raised_at AS "raisedAt", f.cleared_at AS "clearedAt", m.until AS "mutedUntil", m.reason AS "muteReason"
  FROM finding f
  LEFT JOIN initiative i ON i.id = f.initiative_id
  LEFT JOIN finding_mute m ON m.portfolio_id = f.portfolio_id AND m.initiative_id IS NOT DISTINCT FROM f.initiative_id
    AND m.code = f.code AND m.subject = f.subject AND m.ended_at IS NULL AND m.until >= $8::date
    AND f.cleared_at IS NULL
  WHERE ${happened('f', 'f.raised_at')} AND (f.superseded_at IS NULL OR f.cleared_at IS NOT NULL)
    AND ($5::text[] IS NULL OR f.code = ANY($5::text[])) AND ($6::text[] IS NULL OR f.level = ANY($6::text[]))
    AND ($7::boolean IS NULL OR (f.cleared_at IS NOT NULL) = $7::boolean)
  ORDER BY f.raised_at, f.finding_id`;
