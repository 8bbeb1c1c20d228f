import type { EffortGrouping } from '../../../domain/effort/effort-groups.js';

/** By what a group of effort is told, in the rollups and in the ledger. */
interface Dimension {
  /** Which rollup has it. */
  readonly rollup: string;
  /** Whether that rollup is by month only; else it is by day as well. */
  readonly isMonthly?: true;
  /** The key of a group, of a row `c` of the rollup with its `key` and `day`. */
  readonly keyOfCell: string;
  /** The key that rows of the ledger `e` have in the rollup, by what is said of the initiative now, and as of then. */
  readonly now: string;
  readonly then: string;
}

const ATTRIBUTE = (rollup: string, now: string, then: string): Dimension => ({
  rollup,
  keyOfCell: 'c.key',
  now,
  then: `CASE WHEN said.attributes IS NULL THEN ${now} ELSE ${then} END`,
});

const STAGE = `coalesce(stay.category, 'INTAKE')`;
const BY_STAGE: Dimension = { rollup: 'STAGE_CATEGORY', keyOfCell: 'c.key', now: STAGE, then: STAGE };

const DIMENSIONS: Readonly<Record<EffortGrouping, Dimension>> = {
  NONE: { ...BY_STAGE, keyOfCell: `''` },
  MONTH: { ...BY_STAGE, keyOfCell: `to_char(c.day, 'YYYY-MM')` },
  QUARTER: { ...BY_STAGE, keyOfCell: `to_char(c.day, 'YYYY-"Q"Q')` },
  STAGE_CATEGORY: BY_STAGE,
  BUSINESS_UNIT: ATTRIBUTE(
    'BUSINESS_UNIT',
    `coalesce(i.business_unit, '')`,
    `coalesce(said.attributes->>'businessUnit', '')`,
  ),
  VALUE_THESIS: ATTRIBUTE('VALUE_THESIS', 'i.value_thesis', `said.attributes->>'valueThesis'`),
  INVESTMENT_CLASS: ATTRIBUTE('INVESTMENT_CLASS', 'i.investment_class', `said.attributes->>'investmentClass'`),
  INITIATIVE: {
    rollup: 'INITIATIVE',
    isMonthly: true,
    keyOfCell: 'c.key',
    now: 'e.initiative_id::text',
    then: 'e.initiative_id::text',
  },
  PERSON: {
    rollup: 'PERSON',
    isMonthly: true,
    keyOfCell: 'c.key',
    now: `coalesce(e.person, '')`,
    then: `coalesce(e.person, '')`,
  },
};

/** All parameters have their type said, for not every question uses each. */
const ASKED = `asked AS (
  SELECT $1::uuid AS portfolio_id, $2::text AS time_zone, $3::date AS first_day, $4::date AS last_day, $5::timestamptz AS as_of,
    $6::date AS first_month, $7::date AS until_month, $8::date AS before_months)`;

/**
 * A stay holds the days at whose end an initiative stood in a stage, in the portfolio's zone: by the visits that stand, or
 * by those recorded as of an instant, where one that was left later was still going on.
 */
const STAY = `(
  SELECT v.initiative_id, s.category, (v.entered_at AT TIME ZONE $2::text)::date AS first_day, (v.left_at AT TIME ZONE $2::text)::date AS until_day
  FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
  WHERE v.portfolio_id = $1::uuid AND v.superseded_at IS NULL)`;

const STAY_THEN = `(
  SELECT v.initiative_id, s.category, (v.entered_at AT TIME ZONE $2::text)::date AS first_day,
    CASE WHEN v.left_at <= $5::timestamptz THEN (v.left_at AT TIME ZONE $2::text)::date END AS until_day
  FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
  WHERE v.portfolio_id = $1::uuid AND v.recorded_at <= $5::timestamptz AND (v.superseded_at IS NULL OR v.superseded_at > $5::timestamptz))`;

const SAID_THEN = `LEFT JOIN LATERAL (
    SELECT r.attributes FROM initiative_revision r
    WHERE r.initiative_id = i.id AND r.recorded_at <= $5::timestamptz ORDER BY r.version DESC LIMIT 1
  ) said ON true`;

/** What is not folded into the rollups yet, of the dimensions that are asked for; read once. */
const DELTAS = (grouping: EffortGrouping): string => `deltas AS MATERIALIZED (
  SELECT portfolio_id, dimension, grain, key, day, category_key, person_days FROM effort_delta_cell
  WHERE portfolio_id = $1::uuid AND worked_on BETWEEN $3::date AND $4::date
    AND dimension IN ('${DIMENSIONS.NONE.rollup}', '${DIMENSIONS[grouping].rollup}'))`;

/** Initiatives of which something was said, or stages recorded, after the instant: their sums as of then are made anew. */
const CHANGED = `changed AS MATERIALIZED (
  SELECT r.initiative_id FROM initiative_revision r WHERE r.portfolio_id = $1::uuid AND r.recorded_at > $5::timestamptz
  UNION
  SELECT v.initiative_id FROM stage_visit v
  WHERE v.portfolio_id = $1::uuid AND greatest(v.recorded_at, v.superseded_at, v.left_at) > $5::timestamptz)`;

const needsStay = (dimension: Dimension): boolean => dimension.rollup === 'STAGE_CATEGORY';

/** Rows of the ledger in some days, as cells of a dimension, counted with a sign. */
const ledger = (
  dimension: Dimension,
  {
    days,
    where = 'true',
    sign = '',
    at = 'now',
  }: { days: string; where?: string; sign?: '' | '-'; at?: 'now' | 'then' },
): string => `
  SELECT ${dimension[at]} AS key, e.worked_on AS day, coalesce(e.category_key, '') AS category_key, ${sign}e.person_days AS person_days
  FROM effort_entry e JOIN initiative i ON i.id = e.initiative_id
  ${
    needsStay(dimension)
      ? `LEFT JOIN ${at === 'now' ? STAY : STAY_THEN} stay ON stay.initiative_id = e.initiative_id
         AND stay.first_day <= e.worked_on AND (stay.until_day IS NULL OR stay.until_day > e.worked_on)`
      : ''
  }
  ${at === 'then' ? SAID_THEN : ''}
  WHERE e.portfolio_id = $1::uuid AND ${days} AND ${where}`;

const WINDOW = 'e.worked_on BETWEEN $3::date AND $4::date';

/**
 * What is known now: the rollups of whole months, those of the days around them, or the ledger where a dimension has none by
 * day, and what is not folded into the rollups yet.
 */
const known = (dimension: Dimension): readonly string[] => {
  const cells = (table: 'effort_rollup' | 'deltas', grain: 'DAY' | 'MONTH', where: string): string => `
    SELECT c.key, c.day, c.category_key, c.person_days FROM ${table} c
    WHERE c.portfolio_id = $1::uuid AND c.dimension = '${dimension.rollup}' AND c.grain = '${grain}' AND ${where}`;
  const both = (grain: 'DAY' | 'MONTH', where: string): readonly string[] =>
    (['effort_rollup', 'deltas'] as const).map((table) => cells(table, grain, where));
  const daysAround = ['$3::date AND $8::date', 'greatest($3::date, $7::date) AND $4::date'];
  return [
    ...both('MONTH', 'c.day >= $6::date AND c.day < $7::date'),
    ...daysAround.flatMap((days) =>
      dimension.isMonthly
        ? [ledger(dimension, { days: `e.worked_on BETWEEN ${days}` })]
        : both('DAY', `c.day BETWEEN ${days}`),
    ),
  ];
};

/** What takes back, from what is known now, what came after the instant. */
const untold = (dimension: Dimension): readonly string[] => {
  const isChanged = 'e.initiative_id IN (SELECT initiative_id FROM changed)';
  return [
    ledger(dimension, { days: WINDOW, where: `e.recorded_at > $5::timestamptz AND NOT ${isChanged}`, sign: '-' }),
    ledger(dimension, { days: WINDOW, where: isChanged, sign: '-' }),
    ledger(dimension, { days: WINDOW, where: `${isChanged} AND e.recorded_at <= $5::timestamptz`, at: 'then' }),
  ];
};

const cells = (grouping: EffortGrouping, isAsOf: boolean): string => {
  const dimension = DIMENSIONS[grouping];
  return [...known(dimension), ...(isAsOf ? untold(dimension) : [])].join('\nUNION ALL');
};

/** An initiative is called as it was known by then. */
const INITIATIVE_NAMES = (isAsOf: boolean): string => `
  SELECT i.key, ${isAsOf ? `coalesce(said.attributes->>'name', i.name)` : 'i.name'} AS name, s."categoryKey", s."personDays", s."operationalPersonDays"
  FROM sums s JOIN initiative i ON i.id = s.key::uuid ${isAsOf ? SAID_THEN : ''}`;

const groupsOf = (grouping: EffortGrouping, isAsOf: boolean): string => {
  const dimension = DIMENSIONS[grouping];
  const operational = needsStay(dimension)
    ? `coalesce(sum(c.person_days) FILTER (WHERE c.key IN ('PILOT', 'PRODUCTION')), 0)`
    : 'NULL::numeric';
  const sums = `
    SELECT ${dimension.keyOfCell} AS key, NULL::text AS name, nullif(c.category_key, '') AS "categoryKey", sum(c.person_days) AS "personDays",
      ${operational} AS "operationalPersonDays"
    FROM (${cells(grouping, isAsOf)}) AS c GROUP BY 1, c.category_key`;
  return grouping === 'INITIATIVE' ? `WITH sums AS (${sums}) ${INITIATIVE_NAMES(isAsOf)}` : sums;
};

/**
 * Sums of a portfolio ($1), in its zone ($2), from ($3) to ($4), as of ($5): of all of it, and by group. Whole months are
 * those from ($6) until before ($7), and ($8) is the last day before them. One statement, so one state of the ledger; as a SELECT it goes
 * along with what else is asked in its turn.
 */
export const portfolioSums = (grouping: EffortGrouping, isAsOf: boolean): string => `
  SELECT sums.* FROM (
    WITH ${ASKED}, ${DELTAS(grouping)}${isAsOf ? `, ${CHANGED}` : ''}
    SELECT true AS "isTotal", t.* FROM (${groupsOf('NONE', isAsOf)}) AS t
    ${grouping === 'NONE' ? '' : `UNION ALL SELECT false, g.* FROM (${groupsOf(grouping, isAsOf)}) AS g`}
  ) AS sums`;

/** Sums by category of initiatives ($1) of one portfolio, in its zone ($2), from ($3) to ($4), as of ($5), from the ledger itself. */
export const INITIATIVE_SUMS = `
  WITH stay AS MATERIALIZED (
    SELECT v.initiative_id, s.category, (v.entered_at AT TIME ZONE $2)::date AS first_day,
      CASE WHEN v.left_at IS NULL OR v.left_at > $5::timestamptz THEN 'infinity'::date ELSE (v.left_at AT TIME ZONE $2)::date END AS until_day
    FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    WHERE v.initiative_id = ANY($1::uuid[]) AND CASE WHEN $5::timestamptz IS NULL THEN v.superseded_at IS NULL
      ELSE v.recorded_at <= $5::timestamptz AND (v.superseded_at IS NULL OR v.superseded_at > $5::timestamptz) END
  )
  SELECT e.initiative_id::text AS key, e.category_key AS "categoryKey", sum(e.person_days) AS "personDays",
    coalesce(sum(e.person_days) FILTER (WHERE stay.category IN ('PILOT', 'PRODUCTION')), 0) AS "operationalPersonDays",
    min(e.worked_on) AS "firstDay"
  FROM effort_entry e
  LEFT JOIN stay ON stay.initiative_id = e.initiative_id AND stay.first_day <= e.worked_on AND stay.until_day > e.worked_on
  WHERE e.initiative_id = ANY($1::uuid[]) AND e.worked_on BETWEEN $3::date AND $4::date
    AND ($5::timestamptz IS NULL OR e.recorded_at <= $5::timestamptz)
  GROUP BY 1, 2`;
