import { OPERATIONS } from '../operations/index.js';
import type { OperationName, World } from '../operations/operation.js';
import type { Asked, Dialect } from './contestant.js';
import { boardTold, funnelTold, splitTold, wholeTold, type PlainNode } from './told.js';

interface Body {
  readonly data: {
    readonly portfolio: {
      readonly initiatives: {
        readonly nodes: readonly Node[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      readonly effortSplit: {
        readonly groups: readonly Group[];
      };
      readonly funnel: {
        readonly stages: readonly { stage: { key: string }; entered: number; advanced: number; stopped: number }[];
      };
    };
    readonly initiative: Node & {
      readonly problem: string;
      readonly stageVisits: readonly { stage: { key: string }; enteredAt: string; leftAt: string | null }[];
      readonly kpis: readonly { name: string; latest: { value: string; measuredOn: string } | null }[];
      readonly auditEvents: {
        readonly nodes: readonly { sequence: number; action: string; actor: { name: string } }[];
      };
    };
    readonly evidenceSubmit: { readonly evidence: { readonly id: string } };
    readonly effortRecord: { readonly recorded: number; readonly rows: readonly unknown[] };
  };
}

interface Group {
  readonly key: string;
  readonly personDays: string;
  readonly shares: readonly { readonly category: { readonly key: string }; readonly personDays: string }[];
}

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
  readonly gate: {
    readonly readiness: {
      readonly assessments: readonly { criterion: { key: string }; evidence?: { id: string } | null }[];
    };
  } | null;
}

const plain = ({ stage, owner, gate, ...node }: Node): PlainNode => ({
  ...node,
  stageKey: stage.key,
  owner: owner.name,
  criteria: (gate?.readiness.assessments ?? []).map(({ criterion, evidence }) => ({
    key: criterion.key,
    evidenceId: evidence?.id ?? null,
  })),
});

const UNCATEGORISED = '';

const told = (name: OperationName, body: unknown): unknown => {
  const { data } = body as Body;
  switch (name) {
    case 'Q1': {
      const { nodes, pageInfo } = data.portfolio.initiatives;
      return boardTold(nodes.map(plain), pageInfo.hasNextPage);
    }
    case 'Q2': {
      const { initiative } = data;
      return wholeTold({
        ...plain(initiative),
        problem: initiative.problem,
        visits: initiative.stageVisits.map(({ stage, ...visit }) => ({ ...visit, stageKey: stage.key })),
        kpis: initiative.kpis.map(({ name: kpi, latest }) => ({
          name: kpi,
          value: latest?.value ?? null,
          measuredOn: latest?.measuredOn ?? null,
        })),
        events: initiative.auditEvents.nodes.map(({ actor, ...event }) => ({ ...event, actor: actor.name })),
      });
    }
    case 'Q3':
    case 'Q3raw':
      return splitTold(data.portfolio.effortSplit.groups.flatMap(rowsOf));
    case 'F':
      return funnelTold(
        data.portfolio.funnel.stages.map(({ stage, ...counts }) => ({ ...counts, stageKey: stage.key })),
      );
    case 'M1':
      return { isWritten: data.evidenceSubmit.evidence.id.length > 0 };
    case 'M2':
      return { recorded: data.effortRecord.recorded };
  }
};

/** What the shares leave of the sum of a group is uncategorised. */
const rowsOf = ({ key: unit, personDays, shares }: Group): Parameters<typeof splitTold>[0] => {
  const rows = shares.map(({ category, personDays: days }) => ({ unit, categoryKey: category.key, personDays: days }));
  const rest = rows.reduce((sum, row) => sum - Number(row.personDays), Number(personDays));
  return [...rows, { unit, categoryKey: UNCATEGORISED, personDays: rest }];
};

const asked =
  (name: Exclude<OperationName, 'Q3raw'>) =>
  (world: World, n: number): Asked => ({
    method: 'POST',
    path: '/graphql',
    body: { query: OPERATIONS[name].query, variables: OPERATIONS[name].variables(world, n) },
  });

export const TOLLGATE: Dialect = {
  asks: {
    Q1: asked('Q1'),
    Q2: asked('Q2'),
    Q3: asked('Q3'),
    F: asked('F'),
    M1: asked('M1'),
    M2: asked('M2'),
  },
  told,
  nextCursor: (body) => {
    const { hasNextPage, endCursor } = (body as Body).data.portfolio.initiatives.pageInfo;
    return hasNextPage ? endCursor : null;
  },
};
