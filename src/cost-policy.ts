import type { CostPolicy } from './platform/graphql/operation-cost.js';

/** What one operation may cost: three times what the board asks for 300 initiatives, or about thirty reports. */
export const COST_POLICY: CostPolicy = {
  mostPoints: 30_000,
  heavyFields: new Set([
    'Portfolio.aging',
    'Portfolio.agingHeadline',
    'Portfolio.attention',
    'Portfolio.decisionStatistics',
    'Portfolio.effortSplit',
    'Portfolio.effortTrend',
    'Portfolio.forecast',
    'Portfolio.funnel',
    'Portfolio.governanceDebt',
    'Portfolio.valueBalance',
    'Portfolio.valueBalanceHeadline',
    'Query.auditVerify',
  ]),
};
