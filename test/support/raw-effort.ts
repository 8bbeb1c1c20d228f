import type { EffortGrouping } from '../../src/domain/effort/effort-groups.js';

// The report as plain aggregation over the ledger, row by row: what the rollups must come to, and what they are measured against.

/**
 * What effort is summed up by. An initiative's name, unit and thesis are those known at asOf, else those of today. Work
 * from before the first visit to a stage stands with INTAKE: there was no stage yet.
 */
const KEYS: Readonly<
  Record<EffortGrouping, { readonly key: string; readonly name?: string; readonly ofInitiative?: true }>
> = {
  NONE: { key: `''` },
  INITIATIVE: { key: 'i.key', name: `coalesce(said.attributes->>'name', i.name)`, ofInitiative: true },
  BUSINESS_UNIT: {
    key: `coalesce(CASE WHEN said.attributes IS NULL THEN i.business_unit ELSE said.attributes->>'businessUnit' END, '')`,
    ofInitiative: true,
  },
  STAGE_CATEGORY: { key: `coalesce(stay.category, 'INTAKE')` },
  VALUE_THESIS: { key: `coalesce(said.attributes->>'valueThesis', i.value_thesis)`, ofInitiative: true },
  INVESTMENT_CLASS: { key: `coalesce(said.attributes->>'investmentClass', i.investment_class)`, ofInitiative: true },
  PERSON: { key: `coalesce(e.person, '')` },
  MONTH: { key: `to_char(e.worked_on, 'YYYY-MM')` },
  QUARTER: { key: `to_char(e.worked_on, 'YYYY-"Q"Q')` },
};

const INITIATIVE_AS_OF = `
  JOIN initiative i ON i.id = e.initiative_id
  LEFT JOIN LATERAL (
    SELECT r.attributes FROM initiative_revision r
    WHERE r.initiative_id = i.id AND r.recorded_at <= $5::timestamptz ORDER BY r.version DESC LIMIT 1
  ) said ON true`;

// A stay holds the days at whose end the initiative stood in the stage, in the portfolio's zone. As of an instant, visits
// are those recorded by then, and one that was left later was still going on.
const SUMS = (keys: string, scope: { readonly visits: string; readonly entries: string }, joins: string): string => `
  WITH stay AS MATERIALIZED (
    SELECT v.initiative_id, s.category, (v.entered_at AT TIME ZONE $2)::date AS first_day,
      CASE WHEN v.left_at IS NULL OR v.left_at > $5::timestamptz THEN 'infinity'::date ELSE (v.left_at AT TIME ZONE $2)::date END AS until_day
    FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    WHERE ${scope.visits} AND CASE WHEN $5::timestamptz IS NULL THEN v.superseded_at IS NULL
      ELSE v.recorded_at <= $5::timestamptz AND (v.superseded_at IS NULL OR v.superseded_at > $5::timestamptz) END
  )
  SELECT ${keys}, e.category_key AS "categoryKey", sum(e.person_days) AS "personDays",
    coalesce(sum(e.person_days) FILTER (WHERE stay.category IN ('PILOT', 'PRODUCTION')), 0) AS "operationalPersonDays",
    min(e.worked_on) AS "firstDay"
  FROM effort_entry e
  LEFT JOIN stay ON stay.initiative_id = e.initiative_id AND stay.first_day <= e.worked_on AND stay.until_day > e.worked_on ${joins}
  WHERE ${scope.entries} AND e.worked_on BETWEEN $3::date AND $4::date AND ($5::timestamptz IS NULL OR e.recorded_at <= $5::timestamptz)
  GROUP BY 1, 2, "categoryKey"`;

/** Sums of a portfolio ($1), in a zone ($2), from ($3) to ($4), as of ($5), by group and category. */
export const portfolioSums = (grouping: EffortGrouping): string => {
  const { key, name, ofInitiative } = KEYS[grouping];
  return SUMS(
    `${key} AS key, ${name ?? 'NULL::text'} AS name`,
    { visits: 'v.portfolio_id = $1', entries: 'e.portfolio_id = $1' },
    ofInitiative ? INITIATIVE_AS_OF : '',
  );
};
