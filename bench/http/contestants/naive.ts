import { nthOf, type OperationName, type World } from '../operations/operation.js';
import { quarterOf, yearOf } from '../operations/reads.js';
import { CRITERION, documentOf, worklogsOf } from '../operations/writes.js';
import type { Asked, Dialect } from './contestant.js';
import { boardTold, funnelTold, splitTold, wholeTold, type PlainNode } from './told.js';

const BOARD = `query Board($key: String!, $after: String) { portfolio(key: $key) { initiatives(first: 50, after: $after) {
  nodes {
    id key name status valueThesis investmentClass riskTier health daysInStage updatedAt businessUnit
    stage { key name } owner { id name }
    readiness { metCount mustMeetCount ready assessments { criterion { key name } status } }
  }
  pageInfo { hasNextPage endCursor } } } }`;

const WHOLE = `query Whole($id: ID!) { initiative(id: $id) {
  id key name problem status valueThesis investmentClass solutionType riskTier businessUnit health healthReason daysInStage version createdAt updatedAt
  owner { id name email } sponsor { id name } stage { key name }
  stageVisits { stage { key name } enteredAt leftAt }
  readiness { metCount mustMeetCount ready assessments {
    criterion { key name kind } status evidence { id summary url effectiveOn submittedAt submittedBy { id name } } } }
  kpis { id name unit role class direction target targetDate latest { value measuredOn sampleSize source } }
  auditEvents(first: 20) { sequence at action actor { id name } subjectType subjectId changes } } }`;

const SPLIT = `query Split($key: String!, $from: String!, $to: String!) { portfolio(key: $key) {
  unitShares(from: $from, to: $to) { unit categoryKey personDays } } }`;

const FUNNEL = `query Funnel($key: String!, $from: String!, $to: String!) { portfolio(key: $key) {
  funnel(from: $from, to: $to) { stageKey entered advanced stopped } } }`;

const EVIDENCE = `mutation Evidence($input: EvidenceInput!) { evidenceSubmit(input: $input) { id submittedAt } }`;

const WORKLOGS = `mutation Worklogs($input: WorklogsInput!) { effortRecord(input: $input) { recorded rows { index status } } }`;

interface Node {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly businessUnit: string;
  readonly health: string;
  readonly updatedAt: string;
  readonly stage: { readonly key: string };
  readonly owner: { readonly name: string };
  readonly readiness: {
    readonly assessments: readonly { criterion: { key: string }; evidence?: { id: string } | null }[];
  };
}

type Whole = Node & {
  readonly problem: string;
  readonly stageVisits: readonly { stage: { key: string }; enteredAt: string; leftAt: string | null }[];
  readonly kpis: readonly { name: string; latest: { value: string; measuredOn: string } | null }[];
  readonly auditEvents: readonly { sequence: number; action: string; actor: { name: string } }[];
};

interface Body {
  readonly data: {
    readonly portfolio: {
      readonly initiatives: {
        readonly nodes: readonly Node[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
      readonly unitShares: Parameters<typeof splitTold>[0];
      readonly funnel: Parameters<typeof funnelTold>[0];
    };
    readonly initiative: Whole;
    readonly evidenceSubmit: { readonly id: string };
    readonly effortRecord: { readonly recorded: number };
  };
}

const plain = ({ stage, owner, readiness, ...node }: Node): PlainNode => ({
  ...node,
  stageKey: stage.key,
  owner: owner.name,
  criteria: readiness.assessments.map(({ criterion, evidence }) => ({
    key: criterion.key,
    evidenceId: evidence?.id ?? null,
  })),
});

const told = (name: OperationName, body: unknown): unknown => {
  const { portfolio, initiative, evidenceSubmit, effortRecord } = (body as Body).data;
  switch (name) {
    case 'Q1':
      return boardTold(portfolio.initiatives.nodes.map(plain), portfolio.initiatives.pageInfo.hasNextPage);
    case 'Q2':
      return wholeTold({
        ...plain(initiative),
        problem: initiative.problem,
        visits: initiative.stageVisits.map(({ stage, ...visit }) => ({ ...visit, stageKey: stage.key })),
        kpis: initiative.kpis.map(({ name: kpi, latest }) => ({
          name: kpi,
          value: latest?.value ?? null,
          measuredOn: latest?.measuredOn ?? null,
        })),
        events: initiative.auditEvents.map(({ actor, ...event }) => ({ ...event, actor: actor.name })),
      });
    case 'Q3':
    case 'Q3raw':
      return splitTold(portfolio.unitShares);
    case 'F':
      return funnelTold(portfolio.funnel);
    case 'M1':
      return { isWritten: evidenceSubmit.id.length > 0 };
    case 'M2':
      return { recorded: effortRecord.recorded };
  }
};

const asked =
  (query: string, variables: (world: World, n: number) => Readonly<Record<string, unknown>>) =>
  (world: World, n: number): Asked => ({
    method: 'POST',
    path: '/graphql',
    body: { query, variables: variables(world, n) },
  });

export const NAIVE: Dialect = {
  asks: {
    Q1: asked(BOARD, ({ portfolioKey: key, cursors }, n) => ({ key, after: nthOf(cursors, n) })),
    Q2: asked(WHOLE, ({ initiatives }, n) => ({ id: nthOf(initiatives, n).id })),
    Q3: asked(SPLIT, ({ portfolioKey: key }, n) => ({ key, ...quarterOf(n) })),
    F: asked(FUNNEL, ({ portfolioKey: key }, n) => ({ key, ...yearOf(n) })),
    M1: asked(EVIDENCE, (world, n) => ({
      input: {
        initiativeId: nthOf(world.initiatives, n).id,
        criterionKey: CRITERION,
        document: documentOf(world, n),
      },
    })),
    M2: asked(WORKLOGS, (world, n) => ({
      input: { portfolioKey: world.portfolioKey, entries: worklogsOf(world, n) },
    })),
  },
  told,
  nextCursor: (body) => {
    const { hasNextPage, endCursor } = (body as Body).data.portfolio.initiatives.pageInfo;
    return hasNextPage ? endCursor : null;
  },
};
