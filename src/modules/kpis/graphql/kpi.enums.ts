import { KPI_CLASSES, KPI_DIRECTIONS, KPI_ROLES } from '../../../domain/kpis/kpi.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const KpiRole = graphqlEnum('KpiRole', KPI_ROLES, 'What a KPI is there for.', {
  PRIMARY: 'What the initiative is for; it must reach its target.',
  GUARDRAIL: 'What must not suffer for it; it must keep within its limit.',
  LEADING: 'An early sign of where the primary KPIs are going.',
});

export const KpiClass = graphqlEnum('KpiClass', KPI_CLASSES, 'What a KPI is about.', {
  BUSINESS: 'An outcome the business cares about, for instance handle time.',
  MODEL: 'The quality of a model, for instance its accuracy.',
  USAGE: 'How much something is used, for instance active users.',
  COST: 'What it costs to run.',
  RISK: 'What can go wrong, for instance complaints.',
});

export const KpiDirection = graphqlEnum('KpiDirection', KPI_DIRECTIONS, 'Where a good value lies.', {
  INCREASE: 'Higher is better; a guardrail is breached below its limit.',
  DECREASE: 'Lower is better; a guardrail is breached above its limit.',
  RANGE: 'Good from rangeLow to rangeHigh; breached outside of it.',
});
