const SIGNALS = `# For a program manager: where do the signals of my initiative stand after launch, and
# what do I and the rules say of its health? (The API token goes where the window
# "Start here" says.)
query HowItRuns($key: String!, $asOf: DateTime) {
  initiativeByKey(key: $key) {
    id
    name
    health
    healthReason
    healthDifference
    latestStatusUpdate { health text postedAt postedBy { name } }
    signals(asOf: $asOf) {
      name
      kind
      level
      since
      message
      readings(first: 5) { nodes { at value source } }
    }
    benefitsReviews { milestoneDays dueOn completedAt outcome note }
  }
}
`;

const RECORD_SIGNALS = `# For a program manager: what a signal of the accepted monitoring plan came to. Sending a
# reading again is harmless: it is a DUPLICATE. A bad row refuses itself only.
# (The API token goes where the window "Start here" says.)
mutation RecordSignals($input: SignalsRecordInput!) {
  signalsRecord(input: $input) {
    recorded
    duplicates
    refused
    rows { index status userErrors { code message field } }
    userErrors { code message field }
  }
}
`;

const STATUS_UPDATE = `# For a program manager: tell how my initiative is doing. It stands beside the computed
# health, and is never changed. Put the id that "How it runs" answered into the
# variables. (The API token goes where the window "Start here" says.)
mutation PostStatusUpdate($initiativeId: ID!, $input: StatusUpdateInput!) {
  statusUpdatePost(initiativeId: $initiativeId, input: $input) {
    statusUpdate { id health text postedAt initiative { key health healthDifference } }
    userErrors { code message field }
  }
}
`;

/** An initiative of the sample portfolio that runs in production, and a signal of its monitoring plan. */
const RUNNING = 'DEMO-3';
const SIGNAL = 'Drift of motor claims';

/** What a visitor of the explorer asks and tells of an initiative after its launch. */
export const LAUNCH_EXAMPLES = [
  {
    name: 'Post a status update',
    document: STATUS_UPDATE,
    variables: () => ({
      initiativeId: 'put the id here',
      input: { health: 'AT_RISK', text: 'The input has drifted.\n\nNext: train anew. Needed: labels of two weeks.' },
    }),
  },
  {
    name: 'Record signals',
    document: RECORD_SIGNALS,
    variables: (today: string) => ({
      input: {
        readings: [
          {
            initiativeKey: RUNNING,
            signal: SIGNAL,
            at: `${today}T06:00:00Z`,
            value: '0.08',
            source: 'explorer',
            externalId: `drift-${today}`,
          },
        ],
      },
    }),
  },
  { name: 'How it runs', document: SIGNALS, variables: () => ({ key: RUNNING, asOf: null }) },
] as const;
