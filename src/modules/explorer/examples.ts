import { GATE_EXAMPLES } from './examples-at-the-gate.js';
import { EFFORT_EXAMPLES } from './examples-of-effort.js';
import { INSIGHT_EXAMPLES } from './examples-of-insight.js';
import { LAUNCH_EXAMPLES } from './examples-of-launch.js';

/** One saved query: a window of the explorer with its variables filled in. */
export interface Example {
  /** On the tab; short. */
  readonly name: string;
  /** Operations of GraphQL, with a comment that says who asks and why. */
  readonly document: string;
  readonly variables: (today: string) => Readonly<Record<string, unknown>>;
}

const START_HERE = `# Enter your API token once, for all windows and for good (in this browser only):
# click "No environment" at the top right, then "Environments...", put the token
# between the empty quotes after "token", press Save, and reload the page.
# Then press Send Request, or Ctrl-Enter.
#
# For everybody: who am I here, and what may I see?
query StartHere {
  viewer {
    user { id name email }
    isInstanceAdmin
  }
  portfolios {
    key
    name
    initiatives(first: 5) {
      totalCount
      nodes { id key name stage { name } }
    }
  }
}
`;

const WHAT_CHANGES = `# For everybody: what changes in the portfolio, while it does? Press Send Request, and
# change something in another window. (The API token goes where the window "Start here" says.)
subscription WhatChanges($portfolio: String!) {
  initiativeChanged(portfolioKey: $portfolio) {
    key
    name
    status
    version
    updatedAt
    stage { name }
  }
}
`;

const WHAT_IS_MISSING = `# For a program manager: what stands between my initiative and the next stage,
# and who can clear it? (The API token goes where the window "Start here" says.)
query WhatIsMissing($key: String!) {
  initiativeByKey(key: $key) {
    id
    key
    name
    status
    version
    daysInStage
    owner { name }
    stage { name category timeBoxDays }
    gate {
      definition { key name quorum }
      readiness {
        ready
        metCount
        mustMeetCount
        assessments {
          criterion { key name kind weight veto }
          status
          blocks
          reason
          remedy
        }
      }
      currentReview { id status dueOn }
    }
  }
}
`;

const REQUEST_REVIEW = `# For a program manager: ask the gatekeepers to decide the gate. Put the id that
# "What is missing" answered into the variables. A refusal names all its reasons,
# and changes nothing. (The API token goes where the window "Start here" says.)
mutation RequestReview($initiativeId: ID!, $input: GateReviewRequestInput!) {
  gateReviewRequest(initiativeId: $initiativeId, input: $input) {
    review { id gateKey status dueOn requestedAt requestedBy { name } }
    userErrors { code message field }
  }
}
`;

const EFFORT_SPLIT = `# For a portfolio reviewer: where did the effort go, against 70/20/10?
# asOf answers with what was known at an instant; null means now.
# (The API token goes where the window "Start here" says.)
query WhereTheEffortWent($portfolio: String!, $from: Date!, $to: Date!, $groupBy: EffortGroupBy, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    name
    effortSplit(from: $from, to: $to, groupBy: $groupBy, asOf: $asOf) {
      personDays
      uncategorizedPersonDays
      coveragePercent
      operationalisationPercent
      shares {
        category { key name targetPercent tolerancePoints }
        personDays
        percent
        deviationPoints
        verdict
      }
      groups {
        key
        label
        personDays
        coveragePercent
        shares { category { key } percent verdict }
      }
    }
  }
}
`;

const WHERE_THEY_STAND = `# For a portfolio reviewer: who stands where, and for how long? For the next page
# give endCursor as after. (The API token goes where the window "Start here" says.)
query WhereTheyStand($portfolio: String!, $filter: InitiativeFilter, $first: Int!, $after: String) {
  portfolio(key: $portfolio) {
    name
    initiatives(filter: $filter, orderBy: KEY_ASC, first: $first, after: $after) {
      totalCount
      nodes {
        key
        name
        status
        businessUnit
        valueThesis
        riskTier
        daysInStage
        owner { name }
        stage { name category timeBoxDays }
        gate { readiness { ready metCount mustMeetCount } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const RECORD_EFFORT = `# For a ticketing tool: what was worked on. Sending a row again is harmless: the
# same source and externalId is a DUPLICATE, with other values it is a correction.
# A bad row refuses itself only. (The API token goes where "Start here" says.)
mutation RecordEffort($portfolio: String!, $entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: $portfolio, entries: $entries) {
    recorded
    duplicates
    corrected
    refused
    rows { index status userErrors { code message field } }
    userErrors { code message field }
  }
}
`;

const yearOf = (today: string): string => today.slice(0, 4);

/**
 * What a visitor of the explorer finds in its windows, for each of the three who use the API; all of it is valid against
 * schema.graphql. The explorer opens with the last window in front.
 */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'Record effort',
    document: RECORD_EFFORT,
    variables: (today) => ({
      portfolio: 'DEMO',
      entries: [
        {
          initiativeKey: 'DEMO-13',
          categoryKey: 'PEOPLE_PROCESS',
          amount: '6',
          unit: 'HOURS',
          workedOn: today,
          person: 'dana',
          note: 'Trained two teams on the summaries',
          source: 'explorer',
          externalId: 'worklog-1',
        },
      ],
    }),
  },
  {
    name: 'Where they stand',
    document: WHERE_THEY_STAND,
    variables: () => ({ portfolio: 'DEMO', filter: { statuses: ['ACTIVE'] }, first: 25, after: null }),
  },
  {
    name: '70/20/10',
    document: EFFORT_SPLIT,
    variables: (today) => ({
      portfolio: 'DEMO',
      from: `${yearOf(today)}-01-01`,
      to: `${yearOf(today)}-12-31`,
      groupBy: 'QUARTER',
      asOf: null,
    }),
  },
  ...EFFORT_EXAMPLES,
  ...LAUNCH_EXAMPLES,
  ...INSIGHT_EXAMPLES,
  {
    name: 'Request a review',
    document: REQUEST_REVIEW,
    variables: () => ({ initiativeId: 'put the id here', input: { note: 'Ready for your decision.', dueOn: null } }),
  },
  ...GATE_EXAMPLES,
  { name: 'What changes', document: WHAT_CHANGES, variables: () => ({ portfolio: 'DEMO' }) },
  { name: 'What is missing', document: WHAT_IS_MISSING, variables: () => ({ key: 'DEMO-13' }) },
  { name: 'Start here', document: START_HERE, variables: () => ({}) },
];
