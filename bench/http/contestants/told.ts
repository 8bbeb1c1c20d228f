import { instant, number, sorted } from './contestant.js';

/** What peers tell of an initiative, in the form that is compared. */
export interface PlainNode {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly businessUnit: string;
  readonly health: string;
  readonly updatedAt: string;
  readonly stageKey: string;
  readonly owner: string;
  readonly criteria: readonly { readonly key: string; readonly evidenceId: string | null }[];
}

export interface PlainWhole extends PlainNode {
  readonly problem: string;
  readonly visits: readonly { readonly stageKey: string; readonly enteredAt: string; readonly leftAt: string | null }[];
  readonly kpis: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly measuredOn: string | null;
  }[];
  readonly events: readonly { readonly sequence: number; readonly action: string; readonly actor: string }[];
}

export const nodeTold = (node: PlainNode): unknown => [
  [
    node.id,
    node.key,
    node.name,
    node.status,
    node.businessUnit,
    node.health,
    instant(node.updatedAt),
    node.stageKey,
    node.owner,
  ],
  sorted(node.criteria.map(({ key }) => key)),
];

export const boardTold = (nodes: readonly PlainNode[], hasNextPage: boolean): unknown => ({
  nodes: nodes.map(nodeTold),
  hasNextPage,
});

export const wholeTold = (whole: PlainWhole): unknown => ({
  node: nodeTold(whole),
  problem: whole.problem,
  visits: sorted(
    whole.visits.map(({ stageKey, enteredAt, leftAt }) => [
      stageKey,
      instant(enteredAt),
      leftAt === null ? null : instant(leftAt),
    ]),
  ),
  evidence: sorted(whole.criteria.map(({ key, evidenceId }) => [key, evidenceId])),
  kpis: sorted(
    whole.kpis.map(({ name, value, measuredOn }) => [name, value === null ? null : number(value), measuredOn]),
  ),
  events: whole.events.map(({ sequence, action, actor }) => [sequence, action, actor]),
});

/** Sums of units and categories, an uncategorised one being '' or null, as groups. */
export const splitTold = (
  rows: readonly { readonly unit: string; readonly categoryKey: string | null; readonly personDays: unknown }[],
  categories: readonly string[] = ['ALGORITHMS', 'PEOPLE_PROCESS', 'TECHNOLOGY_DATA'],
): unknown => {
  const units = new Map<string, Map<string, number>>();
  for (const { unit, categoryKey, personDays } of rows) {
    const sums = units.get(unit) ?? new Map<string, number>();
    sums.set(categoryKey ?? '', number(personDays));
    units.set(unit, sums);
  }
  return sorted(
    [...units].map(([unit, sums]) => [
      unit,
      number([...sums.values()].reduce((a, b) => a + b, 0)),
      sorted(categories.map((key) => [key, sums.get(key) ?? 0])),
    ]),
  );
};

export const funnelTold = (
  stages: readonly {
    readonly stageKey: string;
    readonly entered: number;
    readonly advanced: number;
    readonly stopped: number;
  }[],
): unknown => stages.map(({ stageKey, entered, advanced, stopped }) => [stageKey, entered, advanced, stopped]);
