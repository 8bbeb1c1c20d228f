import { IS_LIVELY } from './activity-sql.js';

/** The days of initiative `i` in its stage on a day. */
export const daysOnDay = (today: string): string => `coalesce(i.clock_days, greatest(${today} - i.clock_since, 0))`;

/** Scales `s` with the day that is asked for, from the parameter that `scaleParameter` makes. */
export const scalesFrom = (place: string): string => `
  jsonb_to_recordset(${place}::jsonb) AS s (portfolio_id uuid, template_id uuid, stage_key text, watch integer, aging integer,
    stuck integer, at timestamptz, today date, lively_from date, lively_since timestamptz)`;

/** Finds the scale `s` of initiative `i`. */
export const OWN_SCALE =
  's.portfolio_id = i.portfolio_id AND s.template_id = i.template_id AND s.stage_key = i.stage_key';

const DAYS = daysOnDay('s.today');

/** The level of initiative `i` on its scale `s`, as `agingLevelOf` of the domain; activity is looked for only where it matters. */
export const LEVEL = `
  CASE
    WHEN ${DAYS} >= s.stuck THEN CASE WHEN i.status <> 'ACTIVE' OR ${IS_LIVELY} THEN 'STUCK' ELSE 'ZOMBIE' END
    WHEN ${DAYS} >= s.aging THEN 'AGING'
    WHEN ${DAYS} >= s.watch THEN 'WATCH'
    ELSE 'FRESH'
  END`;

/** Whether initiative `i` is on one of these levels. */
export const isOnLevel = (scales: string, levels: string): string =>
  `EXISTS (SELECT 1 FROM ${scalesFrom(scales)} WHERE ${OWN_SCALE} AND ${LEVEL} = ANY(${levels}::text[]))`;
