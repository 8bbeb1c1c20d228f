import type pg from 'pg';
import { FIRST_DAY, LAST_DAY, UNITS, type Size } from '../sizes.js';
import { draw, EACH_INITIATIVE, ID, OWNER, pick } from './draw.js';

const SECONDS_OF_TWO_YEARS = '63072000';

const INITIATIVES = `
  INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, business_unit, owner_id,
    template_id, stage_key, status, version, created_at, updated_at)
  SELECT ${ID('initiative', 'n')}, $1, n, 'BENCH-' || n, 'Initiative ' || n, 'Work waits.',
    ${pick(1, 'PRODUCTIVITY', 'COST', 'GROWTH', 'RISK_REDUCTION', 'EXPERIENCE')}, ${pick(2, 'CORE', 'CORE', 'CORE', 'ADJACENT', 'TRANSFORMATIONAL')},
    'LIMITED', 'Unit ' || ${draw(3, String(UNITS))}, ${ID('user', OWNER('$4::bigint'))}, $2, ${pick(4, 'discovery', 'poc', 'pilot', 'scale', 'operate')},
    'ACTIVE', 1, '${FIRST_DAY}', timestamptz '${FIRST_DAY}' + ${draw(11, SECONDS_OF_TWO_YEARS)} * interval '1 second'
  FROM generate_series(1, $3::bigint) AS n`;

const REVISIONS = `
  INSERT INTO initiative_revision (initiative_id, version, portfolio_id, risk_tier, attributes, recorded_at, recorded_by)
  SELECT id, 1, portfolio_id, risk_tier,
    jsonb_build_object('name', name, 'valueThesis', value_thesis, 'investmentClass', investment_class, 'businessUnit', business_unit),
    created_at, owner_id
  FROM initiative`;

/** Every stage up to the one it stands in, the moves spread evenly over up to two years. */
const VISITS = `
  WITH stay AS (
    SELECT i.*, d.key AS stay_key, d.position = last.position AS is_last,
      date_trunc('day', timestamptz '${FIRST_DAY}' + moved.days * (d.position - 1) / (last.position - 1) * interval '1 day') AS entered_at,
      date_trunc('day', timestamptz '${FIRST_DAY}' + moved.days * d.position / (last.position - 1) * interval '1 day') AS left_at
    FROM ${EACH_INITIATIVE}
    CROSS JOIN LATERAL (SELECT ${draw(5, '700')} AS days) AS moved
    JOIN template_stage last ON last.template_id = i.template_id AND last.key = i.stage_key
    JOIN template_stage d ON d.template_id = i.template_id AND d.position <= last.position
  )
  INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
  SELECT gen_random_uuid(), id, portfolio_id, template_id, stay_key, entered_at, CASE WHEN NOT is_last THEN left_at END,
    CASE WHEN is_last THEN true END, entered_at
  FROM stay`;

/** One in ten was on hold for a month where it stands. */
const HOLDS = `
  INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, reason, changed_at, changed_by)
  SELECT v.initiative_id, hold.sequence, v.portfolio_id, hold.status, 'It waits.', v.entered_at + hold.days * interval '1 day', i.owner_id
  FROM stage_visit v JOIN initiative i ON i.id = v.initiative_id
  CROSS JOIN (VALUES (1, 'ON_HOLD', 0), (2, 'ACTIVE', 30)) AS hold (sequence, status, days)
  WHERE v.is_open AND i.number % 10 = 0`;

/** What writers keep beside the history: the clock of the stage it stands in, and the days in those it left. */
const CLOCKS = `
  UPDATE initiative i SET clock_days = NULL,
    clock_since = (v.entered_at AT TIME ZONE 'Europe/Berlin')::date + CASE WHEN i.number % 10 = 0 THEN 30 ELSE 0 END
  FROM stage_visit v WHERE v.initiative_id = i.id AND v.is_open`;
const TOTALS = `
  INSERT INTO stage_total (initiative_id, stage_key, portfolio_id, template_key, days)
  SELECT v.initiative_id, v.stage_key, v.portfolio_id, w.key,
    (v.left_at AT TIME ZONE 'Europe/Berlin')::date - (v.entered_at AT TIME ZONE 'Europe/Berlin')::date
  FROM stage_visit v JOIN workflow_template w ON w.id = v.template_id WHERE NOT coalesce(v.is_open, false)`;
const EXITS = `
  INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
  SELECT portfolio_id, template_key, stage_key, days, count(*) FROM stage_total GROUP BY 1, 2, 3, 4`;

const NUMBERED = 'UPDATE portfolio SET last_initiative_number = $2 WHERE id = $1';

/** As the rules might have found them: whoever looks again is not due. */
const INSIGHTS = `
  INSERT INTO initiative_insight (initiative_id, portfolio_id, health, health_reason, is_ready, looked_at, due_at)
  SELECT i.id, i.portfolio_id, health.found, CASE health.found WHEN 'ON_TRACK' THEN 'Nothing needs somebody.' ELSE 'Something needs somebody.' END,
    false, '${LAST_DAY}', 'infinity'
  FROM ${EACH_INITIATIVE} CROSS JOIN LATERAL (SELECT ${pick(13, 'ON_TRACK', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK')} AS found) AS health`;
const INSIGHT_OF_PORTFOLIO = `INSERT INTO portfolio_insight (portfolio_id, looked_at, due_at) VALUES ($1, '${LAST_DAY}', 'infinity')
  ON CONFLICT (portfolio_id) DO UPDATE SET looked_at = excluded.looked_at, due_at = excluded.due_at`;
/** The days of the portfolio have begun, up to the one on which it is made. */
const DAYS_BEGUN = `INSERT INTO portfolio_day (portfolio_id, begun_through) VALUES ($1, current_date + 1)
  ON CONFLICT (portfolio_id) DO UPDATE SET begun_through = excluded.begun_through`;

/** Initiatives with their history, and what was found of them. */
export const writeInitiatives = async (
  client: pg.Client,
  portfolio: { readonly id: string; readonly templateId: string },
  { initiatives, users }: Size,
): Promise<void> => {
  await client.query(INITIATIVES, [portfolio.id, portfolio.templateId, initiatives, users]);
  await client.query(NUMBERED, [portfolio.id, initiatives]);
  for (const course of [REVISIONS, VISITS, HOLDS, CLOCKS, TOTALS, EXITS, INSIGHTS]) {
    await client.query(course);
  }
  for (const kept of [INSIGHT_OF_PORTFOLIO, DAYS_BEGUN]) {
    await client.query(kept, [portfolio.id]);
  }
};
