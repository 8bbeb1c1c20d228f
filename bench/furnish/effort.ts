import type pg from 'pg';
import { DAYS, FIRST_DAY, type Size } from '../sizes.js';
import { draw, ID } from './draw.js';

const ENTRIES = `
  INSERT INTO effort_entry (id, portfolio_id, initiative_id, category_key, category_source, amount, unit, person_days, worked_on, person,
    labels, source, external_id, revision, method, is_reversal, recorded_at, recorded_by)
  SELECT uuidv7(), $1, ${ID('initiative', `(1 + ${draw(6, '$4::bigint')})`)},
    drawn.category, CASE WHEN drawn.category IS NULL THEN 'NONE' ELSE 'STATED' END, drawn.amount, 'HOURS', drawn.amount / 8,
    drawn.day, 'person-' || ${draw(9, '$5::bigint')}, '{}', 'bench', n::text, 1, 'WORKLOG', false,
    drawn.day + interval '1 day', $2
  FROM generate_series($6::bigint, $7::bigint) AS n
  CROSS JOIN LATERAL (SELECT (ARRAY['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', NULL])[1 + ${draw(7, '4')}] AS category,
    (1 + ${draw(8, '8')}) / 8.0 AS amount, date '${FIRST_DAY}' + (n * ${DAYS} / ($3::bigint + 1))::integer AS day) AS drawn`;

const IDENTITIES = `
  INSERT INTO effort_identity (portfolio_id, source, external_id, revision, entry_id, worked_on)
  SELECT portfolio_id, source, external_id, revision, id, worked_on FROM effort_entry`;

const PERSON_DAYS = `
  INSERT INTO effort_day (portfolio_id, person, worked_on, hours)
  SELECT portfolio_id, person, worked_on, sum(amount) FROM effort_entry GROUP BY 1, 2, 3`;

const MONTH = `date_trunc('month', e.worked_on)::date`;
const TOGETHER = `JOIN initiative i ON i.id = e.initiative_id`;
const STAYS = `LEFT JOIN stage_visit v ON v.initiative_id = e.initiative_id AND (v.entered_at AT TIME ZONE 'Europe/Berlin')::date <= e.worked_on
  AND (v.left_at IS NULL OR (v.left_at AT TIME ZONE 'Europe/Berlin')::date > e.worked_on)
  LEFT JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key`;
const DIMENSIONS: readonly (readonly [dimension: string, grain: string, key: string, joins: string])[] = [
  ['BUSINESS_UNIT', 'DAY', 'i.business_unit', TOGETHER],
  ['INVESTMENT_CLASS', 'DAY', 'i.investment_class', TOGETHER],
  ['VALUE_THESIS', 'DAY', 'i.value_thesis', TOGETHER],
  ['STAGE_CATEGORY', 'DAY', `coalesce(s.category, 'INTAKE')`, STAYS],
  ['INITIATIVE', 'MONTH', 'e.initiative_id::text', ''],
  ['PERSON', 'MONTH', 'e.person', ''],
];

/** One pass a dimension, and not all cells of every entry at once as where rollups are mended: ten million take two minutes instead of nine. */
const rollup = (dimension: string, grain: string, key: string, joins: string): string => `
  INSERT INTO effort_rollup (portfolio_id, dimension, grain, day, key, category_key, person_days)
  SELECT e.portfolio_id, '${dimension}', '${grain}', ${grain === 'DAY' ? 'e.worked_on' : MONTH}, ${key}, coalesce(e.category_key, ''), sum(e.person_days)
  FROM effort_entry e ${joins} GROUP BY 1, 4, 5, 6`;
const MONTHS = `
  INSERT INTO effort_rollup (portfolio_id, dimension, grain, day, key, category_key, person_days)
  SELECT portfolio_id, dimension, 'MONTH', date_trunc('month', day)::date, key, category_key, sum(person_days)
  FROM effort_rollup WHERE grain = 'DAY' GROUP BY 1, 2, 4, 5, 6`;

const CHUNK = 1_000_000;
const CHECKED_UP_TO = 100_000;

/** The ledger, and what writers keep beside it: heads of identities, and the hours of each person and day. */
export const writeEffort = async (
  client: pg.Client,
  portfolioId: string,
  recordedBy: string,
  { entries, initiatives, people }: Size,
): Promise<void> => {
  for (let first = 1; first <= entries; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, entries);
    await client.query(ENTRIES, [portfolioId, recordedBy, entries, initiatives, people, first, last]);
  }
  await client.query(IDENTITIES);
  await client.query(PERSON_DAYS);
  await client.query('ANALYZE effort_entry, initiative, stage_visit');
};

/** Sums the ledger up. Where the ledger is small, the product's own check must find nothing to mend. */
export const writeRollups = async (client: pg.Client, portfolioId: string, entries: number): Promise<void> => {
  for (const dimension of DIMENSIONS) {
    await client.query(rollup(...dimension));
  }
  await client.query(MONTHS);
  if (entries <= CHECKED_UP_TO) {
    const { rows } = await client.query<{ mended: number }>('SELECT effort_mend_rollups($1) AS mended', [portfolioId]);
    if (rows[0]?.mended !== 0) {
      throw new Error(`The rollups differ from the ledger in ${rows[0]?.mended} cells.`);
    }
  }
};
