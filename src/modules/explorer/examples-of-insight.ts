const FUNNEL = `# For a portfolio reviewer: who entered each stage in a period, and what became of
# them? asOf answers with what was known at an instant; null means now.
# (The API token goes where the window "Start here" says.)
query WhoGetsThrough($portfolio: String!, $from: Date!, $to: Date!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    funnel(from: $from, to: $to, asOf: $asOf) {
      endToEndPercent
      stages { stage { name category } entered advanced stopped remaining conversionPercent medianDays }
    }
    decisionStatistics(from: $from, to: $to, asOf: $asOf) {
      gates { gate { name } decisions outcomes { outcome count percent } medianDays openReviews rubberStamp }
    }
  }
}
`;

const AGING = `# For a portfolio reviewer: how long are they in each stage, against how long others
# took, and what is let go for now? (The API token goes where "Start here" says.)
query HowTheyAge($portfolio: String!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    aging(asOf: $asOf) {
      stage { name category timeBoxDays }
      count
      exits
      p50
      p70
      p85
      levels { level count }
      wipLimit
      overWip
    }
    governanceDebt(asOf: $asOf) { rows { kind count } }
  }
}
`;

const VALUE_BALANCE = `# For a portfolio reviewer: is it all productivity now, or growth later too?
# Initiatives and effort of a period by value thesis.
# (The API token goes where the window "Start here" says.)
query WhatItIsFor($portfolio: String!, $from: Date!, $to: Date!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    valueBalance(from: $from, to: $to, asOf: $asOf) { valueThesis initiatives personDays percent }
  }
}
`;

const FORECAST = `# For a portfolio reviewer: in how many months do so many more arrive in production,
# by the months that were? Too little history is said instead.
# (The API token goes where the window "Start here" says.)
query WhenTheyArrive($portfolio: String!, $exits: Int!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    forecast(exits: $exits, asOf: $asOf) {
      enoughHistory
      p50Months
      p85Months
      p95Months
      explanation
      history { month exits }
    }
  }
}
`;

const ATTENTION = `# For a portfolio reviewer: what needs attention, why, and since when? Each finding is
# one rule with its facts. For the next page give endCursor as after.
# (The API token goes where the window "Start here" says.)
query WhatNeedsAttention($portfolio: String!, $levels: [FindingLevel!], $first: Int!, $after: String) {
  portfolio(key: $portfolio) {
    attention(levels: $levels, first: $first, after: $after) {
      totalCount
      nodes { code level since message facts initiative { key name health } mute { until reason } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const yearBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`;

/** What a visitor of the explorer asks about a portfolio as a whole. */
export const INSIGHT_EXAMPLES = [
  {
    name: 'Forecast',
    document: FORECAST,
    variables: () => ({ portfolio: 'DEMO', exits: 6, asOf: null }),
  },
  {
    name: 'Value balance',
    document: VALUE_BALANCE,
    variables: (today: string) => ({ portfolio: 'DEMO', from: yearBefore(today), to: today, asOf: null }),
  },
  { name: 'Aging', document: AGING, variables: () => ({ portfolio: 'DEMO', asOf: null }) },
  {
    name: 'Funnel',
    document: FUNNEL,
    variables: (today: string) => ({ portfolio: 'DEMO', from: yearBefore(today), to: today, asOf: null }),
  },
  {
    name: 'What needs attention',
    document: ATTENTION,
    variables: () => ({ portfolio: 'DEMO', levels: ['CRITICAL', 'WARNING'], first: 25, after: null }),
  },
] as const;
