const REPORT = `# For a portfolio reviewer: what does the effort of a period say, who is it, and
# where does it go? Each headline is made of the numbers below it; asOf answers with
# what was known at an instant. (The API token goes where "Start here" says.)
query WhatTheEffortSays($portfolio: String!, $from: Date!, $to: Date!, $trendFrom: Date!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    effortSplit(from: $from, to: $to, asOf: $asOf) {
      headline
      schemeNote
      personDays
      coveragePercent
      operationalisationPercent
      shares { category { name targetPercent } personDays percent deviationPoints verdict }
      investmentMix { headline shares { investmentClass targetPercent percent deviationPoints verdict } }
      concentration { sentence holders of percent initiativeKeys }
      spread { sentence percent medianPercent }
    }
    effortTrend(from: $trendFrom, to: $to, by: QUARTER, asOf: $asOf) {
      headline
      periods { label headline coveragePercent shares { category { key } percent changePoints verdict } }
    }
  }
}
`;

const ENTRIES = `# For a portfolio reviewer: which entries are behind a number? Every group of the
# report opens by its key; empty is for none. For the next page give endCursor as
# after. (The API token goes where the window "Start here" says.)
query WhatIsBehindIt($portfolio: String!, $from: Date!, $to: Date!, $categoryKey: String, $investmentClass: InvestmentClass, $stageCategory: StageCategory, $asOf: DateTime, $after: String) {
  portfolio(key: $portfolio) {
    effortEntries(from: $from, to: $to, categoryKey: $categoryKey, investmentClass: $investmentClass, stageCategory: $stageCategory, asOf: $asOf, after: $after) {
      nodes { workedOn personDays person note initiative { key name } categoryKey categorySource ruleName source externalId reverses { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const yearOf = (today: string): string => today.slice(0, 4);

/** What a visitor of the explorer asks about effort. */
export const EFFORT_EXAMPLES = [
  {
    name: 'Behind a number',
    document: ENTRIES,
    variables: (today: string) => ({
      portfolio: 'DEMO',
      from: `${yearOf(today)}-01-01`,
      to: `${yearOf(today)}-12-31`,
      categoryKey: 'ALGORITHMS',
      investmentClass: null,
      stageCategory: 'PILOT',
      asOf: null,
      after: null,
    }),
  },
  {
    name: '70/20/10 report',
    document: REPORT,
    variables: (today: string) => ({
      portfolio: 'DEMO',
      from: `${yearOf(today)}-07-01`,
      to: `${yearOf(today)}-12-31`,
      trendFrom: `${yearOf(today)}-01-01`,
      asOf: null,
    }),
  },
] as const;
