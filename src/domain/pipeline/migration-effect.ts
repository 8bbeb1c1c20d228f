import type { CriterionStatus } from '../gates/gate.js';

/** What a move to another version of the template does to an initiative. */
export const MIGRATION_EFFECT_KINDS = [
  'NO_CHANGE',
  'STAGE_GONE',
  'OPEN_REVIEW',
  'STAGE_CHANGED',
  'WAY_CHANGED',
  'GATE_CHANGED',
  'NEW_OPEN_CRITERION',
  'NEW_MET_CRITERION',
  'CRITERION_CHANGED',
  'CRITERION_DROPPED',
  'SIGNALS_CHANGED',
  'ORPHANED_EVIDENCE',
] as const;
export type MigrationEffectKind = (typeof MIGRATION_EFFECT_KINDS)[number];

export interface MigrationEffect {
  readonly kind: MigrationEffectKind;
  /** One sentence or two: what would be so. */
  readonly message: string;
  /** It cannot be moved while this is so. */
  readonly blocks: boolean;
  readonly stageKey: string | null;
  readonly gateKey: string | null;
  readonly criterionKey: string | null;
  /** What the criterion says today under the version it is on; null where that does not ask for it. */
  readonly statusBefore: CriterionStatus | null;
  /** What it would say today under the other version; null where that does not ask for it. */
  readonly statusAfter: CriterionStatus | null;
  /** The evidence it is about. */
  readonly referenceIds: readonly string[];
}

const ABOUT_NOTHING = {
  blocks: false,
  stageKey: null,
  gateKey: null,
  criterionKey: null,
  statusBefore: null,
  statusAfter: null,
  referenceIds: [],
} as const;

export const effect = (
  kind: MigrationEffectKind,
  message: string,
  about: Partial<Omit<MigrationEffect, 'kind' | 'message'>>,
): MigrationEffect => ({ ...ABOUT_NOTHING, ...about, kind, message });

const shown = (value: unknown): string => {
  if (value === null) {
    return 'none';
  }
  if (Array.isArray(value)) {
    return value.join(' or ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What would be otherwise, by its name: `quorum 2 instead of 1`. Only what differs, in the order of the names of `after`. */
export const differences = <Part extends object>(before: Part, after: Part): readonly string[] =>
  (Object.keys({ ...before, ...after }) as (keyof Part & string)[])
    .map((name) => [name, shown(before[name]), shown(after[name])] as const)
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name} ${is} instead of ${was}`);
