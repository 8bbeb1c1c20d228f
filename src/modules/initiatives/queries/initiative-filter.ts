import type { RiskTier, StageCategory } from '../../../domain/gates/gate.js';
import type { Health } from '../../../domain/initiatives/health.js';
import type { InitiativeStatus, InvestmentClass, ValueThesis } from '../../../domain/initiatives/initiative.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
import { isId } from '../../../platform/ids.js';

export interface InitiativeFilter {
  readonly statuses?: readonly InitiativeStatus[] | null;
  readonly stageKeys?: readonly string[] | null;
  readonly stageCategories?: readonly StageCategory[] | null;
  readonly agingLevels?: readonly AgingLevel[] | null;
  readonly healths?: readonly Health[] | null;
  readonly readyForGate?: boolean | null;
  readonly ownerId?: string | null;
  readonly ownerIds?: readonly string[] | null;
  readonly keys?: readonly string[] | null;
  readonly investmentClasses?: readonly InvestmentClass[] | null;
  readonly hasOpenReview?: boolean | null;
  readonly businessUnit?: string | null;
  readonly valueThesis?: ValueThesis | null;
  readonly riskTier?: RiskTier | null;
  readonly search?: string | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What of a filter is said of initiative `i` itself, as SQL; aging is not. */
export const conditionsOf = (
  portfolioId: string,
  filter: InitiativeFilter,
): { where: string; parameters: readonly unknown[] } => {
  const parameters: unknown[] = [portfolioId];
  const conditions = ['i.portfolio_id = $1'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value !== null && value !== undefined) {
      parameters.push(value);
      conditions.push(condition(`$${parameters.length}`));
    }
  };
  add((place) => `i.status = ANY(${place}::text[])`, filter.statuses);
  add((place) => `i.stage_key = ANY(${place}::text[])`, filter.stageKeys);
  add(
    (place) =>
      `EXISTS (SELECT 1 FROM template_stage s WHERE s.template_id = i.template_id AND s.key = i.stage_key AND s.category = ANY(${place}::text[]))`,
    filter.stageCategories,
  );
  const insight = (holds: string): string =>
    `EXISTS (SELECT 1 FROM initiative_insight n WHERE n.initiative_id = i.id AND ${holds})`;
  add((place) => insight(`n.health = ANY(${place}::text[])`), filter.healths);
  add((place) => insight(`n.is_ready = ${place}::boolean`), filter.readyForGate);
  add((place) => `i.owner_id = ${place}::uuid`, filter.ownerId && !isId(filter.ownerId) ? NOBODY : filter.ownerId);
  add((place) => `i.owner_id = ANY(${place}::uuid[])`, filter.ownerIds?.filter(isId));
  add((place) => `i.key = ANY(${place}::text[])`, filter.keys);
  add((place) => `i.investment_class = ANY(${place}::text[])`, filter.investmentClasses);
  add(
    (place) =>
      `EXISTS (SELECT 1 FROM gate_review r WHERE r.initiative_id = i.id AND r.status = 'OPEN') = ${place}::boolean`,
    filter.hasOpenReview,
  );
  add((place) => `i.business_unit = ${place}`, filter.businessUnit);
  add((place) => `i.value_thesis = ${place}`, filter.valueThesis);
  add((place) => `i.risk_tier = ${place}`, filter.riskTier);
  for (const word of (filter.search ?? '').split(/\s+/u).filter(Boolean)) {
    // Every word must occur somewhere; % and _ are letters like any other.
    add(
      (place) => `(i.key || ' ' || i.name || ' ' || i.problem) ILIKE ${place}`,
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }
  return { where: conditions.join(' AND '), parameters };
};
