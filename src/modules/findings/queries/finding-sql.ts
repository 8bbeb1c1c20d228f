/** A version of a finding `f`, as it is told. */
export const COLUMNS = `
  f.finding_id AS id, f.portfolio_id AS "portfolioId", f.initiative_id AS "initiativeId", f.code, f.subject, f.level, f.rank, f.since,
  f.message, f.facts, f.raised_at AS "raisedAt", f.cleared_at AS "clearedAt"`;

/** The version of finding `f` that was the last: there is one of each. */
export const IS_LAST = '(f.superseded_at IS NULL OR f.cleared_at IS NOT NULL)';

/** Whether finding `f` stood at an instant. */
export const stoodAt = (at: string): string =>
  `f.recorded_at <= ${at} AND (f.superseded_at IS NULL OR f.superseded_at > ${at})`;

/** The columns as they were known at an instant: what was cleared later was not known to be so. */
export const COLUMNS_THEN = COLUMNS.replace('f.cleared_at', 'NULL::timestamptz');

const told = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// A mute that holds was not ended by then, whatever became of it since.
const MUTE = `jsonb_build_object('id', m.id, 'reason', m.reason, 'until', m.until, 'mutedById', m.muted_by, 'mutedAt', ${told('m.muted_at')},
  'endedAt', NULL, 'endedById', NULL)`;

/** Whether mute `m` is of finding `f`. */
const IS_OF = `
  m.portfolio_id = f.portfolio_id AND m.initiative_id IS NOT DISTINCT FROM f.initiative_id AND m.code = f.code AND m.subject = f.subject`;

/** Whether mute `m` is of finding `f` and holds on a day, as it was known at an instant. */
export const isItsMute = (today: string, at: string): string =>
  `${IS_OF} AND m.until >= ${today} AND m.muted_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})`;

/** The mute of finding `f`. */
export const mutedOn = (today: string, at: string): string => `
  LEFT JOIN LATERAL (
    SELECT ${MUTE} AS mute FROM finding_mute m WHERE ${isItsMute(today, at)} ORDER BY m.muted_at DESC LIMIT 1) m ON true`;

/** All mutes of findings by their ids, oldest first: those that held at some time from being raised until being cleared. */
export const MUTES_OF = `
  SELECT f.finding_id AS "findingId", m.id, m.reason, m.until, m.muted_by AS "mutedById", m.muted_at AS "mutedAt",
    m.ended_at AS "endedAt", m.ended_by AS "endedById"
  FROM finding f JOIN portfolio p ON p.id = f.portfolio_id JOIN finding_mute m ON ${IS_OF}
  WHERE f.finding_id = ANY($1::uuid[]) AND ${IS_LAST} AND m.until >= (f.raised_at AT TIME ZONE p.time_zone)::date
    AND (m.ended_at IS NULL OR m.ended_at >= f.raised_at) AND (f.cleared_at IS NULL OR m.muted_at <= f.cleared_at)
  ORDER BY m.muted_at, m.id`;
