const PREVIEW = `# For a program manager: would this outcome be refused where my initiative stands,
# and for what? Nothing is changed, and votes are not counted. The id is the one
# "What is missing" answered. (The API token goes where "Start here" says.)
query WouldItPass($initiativeId: ID!, $outcome: GateOutcome!) {
  gatePreview(initiativeId: $initiativeId, outcome: $outcome) {
    ready
    refusals { code message ... on CriterionError { criterion { criterion { key } status } } }
    openConditions { id text dueOn status owner { name } }
  }
}
`;

const INBOX = `# For everybody: what waits for me, and where is it settled? Votes, decisions,
# evidence, conditions and waivers, what is due first first; of an instance admin
# without a role in a portfolio, nothing. (The API token goes where "Start here" says.)
query WhatWaitsForMe($portfolio: String, $first: Int!) {
  viewer {
    inbox(portfolioKey: $portfolio, first: $first) {
      nodes { kind reason link since ageDays dueOn isOverdue initiative { key name } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const AGING = `# For a portfolio reviewer: who is stuck, and against whom? Days in a stage are
# held against those of all that left it, and against its time box.
# (The API token goes where the window "Start here" says.)
query WhoIsStuck($portfolio: String!, $levels: [AgingLevel!], $asOf: DateTime) {
  portfolio(key: $portfolio) {
    aging(asOf: $asOf) { stage { name timeBoxDays } count exits p50 p70 p85 levels { level count } }
    initiatives(filter: { agingLevels: $levels }, orderBy: DAYS_IN_STAGE_DESC) {
      totalCount
      nodes { key name status stage { name } daysInStage agingLevel attention { code since message } }
    }
  }
}
`;

/** What a visitor of the explorer asks who stands at a gate, or looks at many. */
export const GATE_EXAMPLES = [
  {
    name: 'Who is stuck',
    document: AGING,
    variables: () => ({ portfolio: 'DEMO', levels: ['STUCK', 'ZOMBIE'], asOf: null }),
  },
  {
    name: 'Would it pass',
    document: PREVIEW,
    variables: () => ({ initiativeId: 'put the id here', outcome: 'GO' }),
  },
  { name: 'What waits for me', document: INBOX, variables: () => ({ portfolio: 'DEMO', first: 25 }) },
] as const;
