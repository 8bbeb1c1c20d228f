import { nthOf, type Operation, type World } from './operation.js';

export const CRITERION = 'data-access';

/** The evidence that is handed in the nth time, of a criterion that takes documents. */
export const documentOf = ({ run }: World, n: number): { summary: string; url: string; effectiveOn: string } => ({
  summary: `What is known of the data, as of ${run} ${n}`,
  url: 'https://docs.bench.invalid/data',
  effectiveOn: '2026-09-29',
});

/** Hands in evidence for one criterion. */
export const EVIDENCE: Operation = {
  query: `mutation Evidence($id: ID!, $criterionKey: String!, $input: EvidenceInput!) { evidenceSubmit(initiativeId: $id, criterionKey: $criterionKey, input: $input) {
  evidence { id status submittedAt } userErrors { message } } }`,
  variables: (world, n) => ({
    id: nthOf(world.initiatives, n).id,
    criterionKey: CRITERION,
    input: { document: documentOf(world, n) },
  }),
};

const BATCH = 100;
const INITIATIVES_OF_BATCH = 10;
const PERSONS = 997;
const FIRST = Date.UTC(2026, 6, 1);
const DAYS = 92;
const DAY_MS = 86_400_000;
const CATEGORIES = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS'] as const;

export interface Worklog {
  readonly initiativeKey: string;
  readonly categoryKey: string;
  readonly amount: string;
  readonly unit: 'HOURS';
  readonly workedOn: string;
  readonly person: string;
  readonly source: string;
  readonly externalId: string;
  readonly method: 'WORKLOG';
}

/** A hundred worklogs that were never told before, of one person on ten initiatives; nobody comes to work more than a day has hours. */
export const worklogsOf = (world: World, n: number): readonly Worklog[] =>
  Array.from({ length: BATCH }, (_, place) => ({
    initiativeKey: nthOf(world.initiatives, n * INITIATIVES_OF_BATCH + (place % INITIATIVES_OF_BATCH)).key,
    categoryKey: CATEGORIES[place % CATEGORIES.length] ?? CATEGORIES[0],
    amount: '0.25',
    unit: 'HOURS',
    workedOn: new Date(FIRST + ((Math.floor(n / PERSONS) + place) % DAYS) * DAY_MS).toISOString().slice(0, 10),
    person: `writer-${world.run}-${n % PERSONS}`,
    source: 'bench-http',
    externalId: `${world.run}-${n}-${place}`,
    method: 'WORKLOG',
  }));

/** Records a hundred worklogs. */
export const WORKLOGS: Operation = {
  query: `mutation Worklogs($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) {
  recorded duplicates corrected refused queued rows { index status userErrors { message } } userErrors { message } } }`,
  variables: (world, n) => ({ key: world.portfolioKey, entries: worklogsOf(world, n) }),
};
