import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CategorySource, EffortMethod } from '../../../domain/effort/effort.js';
import type { StageCategory } from '../../../domain/gates/gate.js';
import type { InvestmentClass, ValueThesis } from '../../../domain/initiatives/initiative.js';

type Maybe<T> = T | null | undefined;

/** Which entries of the ledger. Every group of a report can be opened: the key of a group is the value of its filter, empty for none. */
export interface EffortFilter {
  readonly from?: Maybe<CalendarDate>;
  readonly to?: Maybe<CalendarDate>;
  readonly initiativeKey?: Maybe<string>;
  readonly categoryKey?: Maybe<string>;
  /** True: only what has no category; false: only what has one. */
  readonly uncategorised?: Maybe<boolean>;
  /** The day whose scheme says what counts as a category for `uncategorised`. Null: any that any scheme ever had. */
  readonly schemeOn?: Maybe<CalendarDate>;
  /** Empty: nobody is named. */
  readonly person?: Maybe<string>;
  /** Empty: there is none. */
  readonly businessUnit?: Maybe<string>;
  readonly valueThesis?: Maybe<ValueThesis>;
  readonly investmentClass?: Maybe<InvestmentClass>;
  readonly stageCategory?: Maybe<StageCategory>;
  readonly source?: Maybe<string>;
  readonly method?: Maybe<EffortMethod>;
  readonly categorySource?: Maybe<CategorySource>;
  readonly ruleName?: Maybe<string>;
  /** Only what was recorded by then, of initiatives and stages as they were known then. */
  readonly asOf?: Maybe<Instant>;
}

/** A condition with the places of its parameters. */
type Condition = (...places: readonly string[]) => string;

/** What is said of an initiative now, or was said of it at an instant. */
const ofInitiative =
  (now: string, then: string): Condition =>
  (value = '', asOf = '') => `e.initiative_id IN (
    SELECT i.id FROM initiative i
    LEFT JOIN LATERAL (
      SELECT r.attributes FROM initiative_revision r
      WHERE r.initiative_id = i.id AND r.recorded_at <= ${asOf}::timestamptz ORDER BY r.version DESC LIMIT 1
    ) said ON true
    WHERE i.portfolio_id = $1 AND coalesce(CASE WHEN said.attributes IS NULL THEN ${now} ELSE said.attributes->>'${then}' END, '') = ${value})`;

/**
 * In which category the initiative stood at the end of the day worked; before its first stage INTAKE. A question of each entry
 * by an index, and no join: a page is small, and joined wrongly a large period is compared with all visits there are.
 */
const standingIn: Condition = (value = '', asOf = '') => `coalesce((
    SELECT s.category FROM stage_visit v
    JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    CROSS JOIN (SELECT p.time_zone FROM portfolio p WHERE p.id = $1) AS home
    WHERE v.initiative_id = e.initiative_id AND (v.entered_at AT TIME ZONE home.time_zone)::date <= e.worked_on
      AND (v.left_at IS NULL OR v.left_at > ${asOf}::timestamptz OR (v.left_at AT TIME ZONE home.time_zone)::date > e.worked_on)
      AND CASE WHEN ${asOf}::timestamptz IS NULL THEN v.superseded_at IS NULL
        ELSE v.recorded_at <= ${asOf} AND (v.superseded_at IS NULL OR v.superseded_at > ${asOf}) END
  ), 'INTAKE') = ${value}`;

/** The filter as SQL over `effort_entry e`, with its parameters; the portfolio is the first. `schemeId` is the scheme of `schemeOn`. */
export const conditionsOf = (
  portfolioId: string,
  filter: EffortFilter,
  schemeId: string | null = null,
): { readonly where: string; readonly parameters: readonly unknown[] } => {
  const parameters: unknown[] = [portfolioId];
  const conditions = ['e.portfolio_id = $1'];
  const add = (condition: Condition, ...values: readonly unknown[]): void => {
    if (values[0] !== null && values[0] !== undefined) {
      const places = values.map((_, index) => `$${parameters.length + index + 1}`);
      parameters.push(...values);
      conditions.push(condition(...places));
    }
  };
  const { asOf = null } = filter;
  add((value) => `e.worked_on >= ${value}::date`, filter.from);
  add((value) => `e.worked_on <= ${value}::date`, filter.to);
  add(
    (value) => `e.initiative_id = (SELECT i.id FROM initiative i WHERE i.portfolio_id = $1 AND i.key = ${value}::text)`,
    filter.initiativeKey,
  );
  add((value) => `e.category_key = ${value}::text`, filter.categoryKey);
  add(
    (value, scheme = '') => `CASE WHEN ${scheme}::uuid IS NULL THEN e.category_key IS NULL ELSE NOT EXISTS (
      SELECT 1 FROM allocation_category c WHERE c.scheme_id = ${scheme} AND c.key = e.category_key) END = ${value}::boolean`,
    filter.uncategorised,
    schemeId,
  );
  if (filter.person === '') {
    conditions.push('e.person IS NULL');
  } else {
    add((value) => `e.person = ${value}::text`, filter.person);
  }
  add(ofInitiative('i.business_unit', 'businessUnit'), filter.businessUnit, asOf);
  add(ofInitiative('i.value_thesis', 'valueThesis'), filter.valueThesis, asOf);
  add(ofInitiative('i.investment_class', 'investmentClass'), filter.investmentClass, asOf);
  add(standingIn, filter.stageCategory, asOf);
  add((value) => `e.source = ${value}::text`, filter.source);
  add((value) => `e.method = ${value}::text`, filter.method);
  add((value) => `e.category_source = ${value}::text`, filter.categorySource);
  add((value) => `e.rule_name = ${value}::text`, filter.ruleName);
  add((value) => `e.recorded_at <= ${value}::timestamptz`, asOf);
  return { where: conditions.join(' AND '), parameters };
};
