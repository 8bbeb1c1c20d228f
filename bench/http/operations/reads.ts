import { nthOf, type Operation } from './operation.js';

/** Fifty initiatives of the board, those changed last first, from some place on. */
export const BOARD: Operation = {
  query: `query Board($key: String!, $after: String) { portfolio(key: $key) { initiatives(first: 50, orderBy: UPDATED_DESC, after: $after) {
  nodes {
    id key name status valueThesis investmentClass riskTier health daysInStage updatedAt businessUnit
    stage { key name } owner { id name }
    gate { definition { key name } readiness { metCount mustMeetCount ready assessments { criterion { key name } status } } }
  }
  pageInfo { hasNextPage endCursor } } } }`,
  variables: ({ portfolioKey, cursors }, n) => ({ key: portfolioKey, after: nthOf(cursors, n) }),
};

/** One initiative whole. */
export const WHOLE: Operation = {
  query: `query Whole($id: ID!) { initiative(id: $id) {
  id key name problem status valueThesis investmentClass solutionType riskTier businessUnit health healthReason daysInStage version createdAt updatedAt
  owner { id name email } sponsor { id name } stage { key name }
  stageVisits { stage { key name } enteredAt leftAt }
  gate { definition { key name } readiness { metCount mustMeetCount ready assessments {
    criterion { key name kind } status evidence { id status summary url effectiveOn submittedAt submittedBy { id name } } } } }
  kpis { id name unit role class direction target targetDate latest { value measuredOn sampleSize source } }
  auditEvents(first: 20) { nodes { sequence at action actor { id name } subjectType subjectId changes } } } }`,
  variables: ({ initiatives }, n) => ({ id: nthOf(initiatives, n).id }),
};

const QUARTERS = [
  { from: '2024-10-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-03-31' },
  { from: '2025-04-01', to: '2025-06-30' },
  { from: '2025-07-01', to: '2025-09-30' },
  { from: '2025-10-01', to: '2025-12-31' },
  { from: '2026-01-01', to: '2026-03-31' },
];
export const quarterOf = (n: number): { readonly from: string; readonly to: string } => nthOf(QUARTERS, n);

/** The 70/20/10 of a quarter by business unit. */
export const SPLIT: Operation = {
  query: `query Split($key: String!, $from: Date!, $to: Date!) { portfolio(key: $key) { effortSplit(from: $from, to: $to, groupBy: BUSINESS_UNIT) {
  personDays uncategorizedPersonDays coveragePercent shares { category { key name } personDays percent }
  groups { key label personDays coveragePercent shares { category { key } personDays percent } } } } }`,
  variables: ({ portfolioKey }, n) => ({ key: portfolioKey, ...quarterOf(n) }),
};

const YEARS = [
  { from: '2024-10-01', to: '2025-09-30' },
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2025-04-01', to: '2026-03-31' },
  { from: '2025-07-01', to: '2026-06-30' },
];
export const yearOf = (n: number): { readonly from: string; readonly to: string } => nthOf(YEARS, n);

/** The funnel of a year. */
export const FUNNEL: Operation = {
  query: `query Funnel($key: String!, $from: Date!, $to: Date!) { portfolio(key: $key) { funnel(from: $from, to: $to) {
  endToEndPercent stages { stage { key name } entered advanced stopped remaining conversionPercent } } } }`,
  variables: ({ portfolioKey }, n) => ({ key: portfolioKey, ...yearOf(n) }),
};
