import { nthOf, type OperationName } from '../operations/operation.js';
import { quarterOf, yearOf } from '../operations/reads.js';
import { CRITERION, documentOf, worklogsOf } from '../operations/writes.js';
import type { Asked, Dialect } from './contestant.js';
import { boardTold, funnelTold, splitTold, wholeTold, type PlainNode } from './told.js';

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

interface Body {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: { updatedAt: string; id: string } | null };
  readonly groups: readonly { readonly key: string; readonly shares: Readonly<Record<string, string>> }[];
  readonly stages: Parameters<typeof funnelTold>[0];
  readonly evidence: { readonly id: string };
  readonly recorded: number;
}

type Whole = Node & {
  readonly problem: string;
  readonly stageVisits: readonly { stage: { key: string }; enteredAt: string; leftAt: string | null }[];
  readonly kpis: readonly { name: string; latest: { value: string; measuredOn: string } | null }[];
  readonly auditEvents: readonly { sequence: number; action: string; actor: string }[];
};

const plain = ({ stage, owner, gate, ...node }: Node): PlainNode => ({
  ...node,
  stageKey: stage.key,
  owner: owner.name,
  criteria: (gate?.readiness.assessments ?? []).map(({ criterion, evidence }) => ({
    key: criterion.key,
    evidenceId: evidence?.id ?? null,
  })),
});

const told = (name: OperationName, answer: unknown): unknown => {
  const body = answer as Body;
  switch (name) {
    case 'Q1':
      return boardTold(body.nodes.map(plain), body.pageInfo.hasNextPage);
    case 'Q2': {
      const whole = answer as Whole;
      return wholeTold({
        ...plain(whole),
        problem: whole.problem,
        visits: whole.stageVisits.map(({ stage, ...visit }) => ({ ...visit, stageKey: stage.key })),
        kpis: whole.kpis.map(({ name: kpi, latest }) => ({
          name: kpi,
          value: latest?.value ?? null,
          measuredOn: latest?.measuredOn ?? null,
        })),
        events: whole.auditEvents,
      });
    }
    case 'Q3':
    case 'Q3raw':
      return splitTold(
        body.groups.flatMap(({ key: unit, shares }) =>
          Object.entries(shares).map(([categoryKey, personDays]) => ({ unit, categoryKey, personDays })),
        ),
      );
    case 'F':
      return funnelTold(body.stages);
    case 'M1':
      return { isWritten: body.evidence.id.length > 0 };
    case 'M2':
      return { recorded: body.recorded };
  }
};

const get = (path: string, query: Readonly<Record<string, string>> = {}): Asked => {
  const search = new URLSearchParams(query).toString();
  return { method: 'GET', path: search === '' ? path : `${path}?${search}`, body: null };
};

export const BARE: Dialect = {
  asks: {
    // A cursor is JSON of the place.
    Q1: ({ cursors }, n) => {
      const cursor = nthOf(cursors, n);
      return get('/board', cursor === null ? {} : (JSON.parse(cursor) as Record<string, string>));
    },
    Q2: ({ initiatives }, n) => get(`/initiatives/${nthOf(initiatives, n).id}`),
    Q3: (_, n) => get('/split', quarterOf(n)),
    Q3raw: (_, n) => get('/split-raw', quarterOf(n)),
    F: (_, n) => get('/funnel', yearOf(n)),
    M1: (world, n) => ({
      method: 'POST',
      path: `/initiatives/${nthOf(world.initiatives, n).id}/evidence`,
      body: { criterionKey: CRITERION, document: documentOf(world, n) },
    }),
    M2: (world, n) => ({ method: 'POST', path: '/worklogs', body: { entries: worklogsOf(world, n) } }),
  },
  told,
  nextCursor: (body) => {
    const { endCursor } = (body as Body).pageInfo;
    return endCursor && JSON.stringify(endCursor);
  },
};
