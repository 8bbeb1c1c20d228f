import { nthOf, type OperationName, type World } from '../operations/operation.js';
import { quarterOf, yearOf } from '../operations/reads.js';
import { CRITERION, documentOf, worklogsOf } from '../operations/writes.js';
import type { Asked, Dialect } from './contestant.js';
import { boardTold, funnelTold, splitTold, wholeTold, type PlainNode } from './told.js';

const BOARD = `query Board($key: String!, $after: Cursor) { portfolioByKey(key: $key) {
  initiativesByPortfolioId(first: 50, orderBy: [UPDATED_AT_DESC, ROW_ID_DESC], after: $after) {
  nodes {
    rowId key name status valueThesis investmentClass riskTier updatedAt businessUnit clockSince
    initiativeInsightByPortfolioIdAndInitiativeId { health }
    templateStageByTemplateIdAndStageKey { key name }
    appUserByOwnerId { rowId name }
    criteria { nodes { key name status } }
  }
  pageInfo { hasNextPage endCursor } } } }`;

const WHOLE = `query Whole($id: UUID!) { initiativeByRowId(rowId: $id) {
  rowId key name problem status valueThesis investmentClass solutionType riskTier businessUnit version createdAt updatedAt clockSince
  initiativeInsightByPortfolioIdAndInitiativeId { health healthReason }
  appUserByOwnerId { rowId name email } appUserBySponsorId { rowId name } templateStageByTemplateIdAndStageKey { key name }
  stageVisitsByPortfolioIdAndInitiativeId { nodes { templateStageByTemplateIdAndStageKey { key name } enteredAt leftAt } }
  criteria { nodes { key name kind status evidenceId summary url effectiveOn submittedAt submittedBy submitter } }
  kpisByPortfolioIdAndInitiativeId { nodes {
    rowId current { name unit role class direction target targetDate } latest { value measuredOn sampleSize source } } }
  auditEvents(first: 20) { nodes { sequence body actor } } } }`;

const SPLIT = `query Split($key: String!, $from: Date!, $to: Date!) { portfolioByKey(key: $key) {
  unitShares(from: $from, to: $to) { nodes { unit categoryKey personDays } } } }`;

const FUNNEL = `query Funnel($key: String!, $from: Date!, $to: Date!) { portfolioByKey(key: $key) {
  funnel(from: $from, to: $to) { nodes { stageKey entered advanced stopped } } } }`;

const EVIDENCE = `mutation Evidence($input: PeersSubmitEvidenceInput!) { peersSubmitEvidence(input: $input) { result { rowId submittedAt } } }`;

const WORKLOGS = `mutation Worklogs($input: PeersRecordWorklogsInput!) { peersRecordWorklogs(input: $input) { result } }`;

interface Node {
  readonly rowId: string;
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly businessUnit: string;
  readonly updatedAt: string;
  readonly problem: string;
  readonly initiativeInsightByPortfolioIdAndInitiativeId: { readonly health: string };
  readonly templateStageByTemplateIdAndStageKey: { readonly key: string };
  readonly appUserByOwnerId: { readonly name: string };
  readonly criteria: { readonly nodes: readonly { readonly key: string; readonly evidenceId?: string | null }[] };
}

type Whole = Node & {
  readonly stageVisitsByPortfolioIdAndInitiativeId: {
    readonly nodes: readonly {
      templateStageByTemplateIdAndStageKey: { key: string };
      enteredAt: string;
      leftAt: string | null;
    }[];
  };
  readonly kpisByPortfolioIdAndInitiativeId: {
    readonly nodes: readonly {
      current: { name: string };
      latest: { value: string; measuredOn: string } | null;
    }[];
  };
  readonly auditEvents: { readonly nodes: readonly { sequence: number; body: { action: string }; actor: string }[] };
};

interface Body {
  readonly data: {
    readonly portfolioByKey: {
      readonly initiativesByPortfolioId: {
        readonly nodes: readonly Node[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
      readonly unitShares: { readonly nodes: Parameters<typeof splitTold>[0] };
      readonly funnel: { readonly nodes: Parameters<typeof funnelTold>[0] };
    };
    readonly initiativeByRowId: Whole;
    readonly peersSubmitEvidence: { readonly result: { readonly rowId: string } };
    readonly peersRecordWorklogs: { readonly result: number };
  };
}

const plain = (node: Node): PlainNode => ({
  ...node,
  id: node.rowId,
  health: node.initiativeInsightByPortfolioIdAndInitiativeId.health,
  stageKey: node.templateStageByTemplateIdAndStageKey.key,
  owner: node.appUserByOwnerId.name,
  criteria: node.criteria.nodes.map(({ key, evidenceId = null }) => ({ key, evidenceId })),
});

const told = (name: OperationName, body: unknown): unknown => {
  const { portfolioByKey: portfolio, initiativeByRowId: whole, ...written } = (body as Body).data;
  switch (name) {
    case 'Q1': {
      const { nodes, pageInfo } = portfolio.initiativesByPortfolioId;
      return boardTold(nodes.map(plain), pageInfo.hasNextPage);
    }
    case 'Q2':
      return wholeTold({
        ...plain(whole),
        problem: whole.problem,
        visits: whole.stageVisitsByPortfolioIdAndInitiativeId.nodes.map(
          ({ templateStageByTemplateIdAndStageKey: { key: stageKey }, enteredAt, leftAt }) => ({
            stageKey,
            enteredAt,
            leftAt,
          }),
        ),
        kpis: whole.kpisByPortfolioIdAndInitiativeId.nodes.map(({ current, latest }) => ({
          name: current.name,
          value: latest?.value ?? null,
          measuredOn: latest?.measuredOn ?? null,
        })),
        events: whole.auditEvents.nodes.map(({ sequence, body: { action }, actor }) => ({ sequence, action, actor })),
      });
    case 'Q3':
    case 'Q3raw':
      return splitTold(portfolio.unitShares.nodes);
    case 'F':
      return funnelTold(portfolio.funnel.nodes);
    case 'M1':
      return { isWritten: written.peersSubmitEvidence.result.rowId.length > 0 };
    case 'M2':
      return { recorded: written.peersRecordWorklogs.result };
  }
};

const asked =
  (query: string, variables: (world: World, n: number) => Readonly<Record<string, unknown>>) =>
  (world: World, n: number): Asked => ({
    method: 'POST',
    path: '/graphql',
    body: { query, variables: variables(world, n) },
  });

export const POSTGRAPHILE: Dialect = {
  asks: {
    Q1: asked(BOARD, ({ portfolioKey: key, cursors }, n) => ({ key, after: nthOf(cursors, n) })),
    Q2: asked(WHOLE, ({ initiatives }, n) => ({ id: nthOf(initiatives, n).id })),
    Q3: asked(SPLIT, ({ portfolioKey: key }, n) => ({ key, ...quarterOf(n) })),
    F: asked(FUNNEL, ({ portfolioKey: key }, n) => ({ key, ...yearOf(n) })),
    M1: asked(EVIDENCE, (world, n) => ({
      input: {
        ...documentOf(world, n),
        initiativeId: nthOf(world.initiatives, n).id,
        criterionKey: CRITERION,
        actorId: world.actorId,
      },
    })),
    M2: asked(WORKLOGS, (world, n) => ({
      input: { portfolioKey: world.portfolioKey, entries: worklogsOf(world, n), actorId: world.actorId },
    })),
  },
  told,
  nextCursor: (body) => {
    const { hasNextPage, endCursor } = (body as Body).data.portfolioByKey.initiativesByPortfolioId.pageInfo;
    return hasNextPage ? endCursor : null;
  },
};
