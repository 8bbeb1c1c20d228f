import type { StageDefinition } from '../gates/gate.js';
import { AGING_LEVELS, type AgingLevel, type AgingThresholds } from './aging.js';

/** What the days of all that left a stage say. */
export interface StageExits {
  readonly exits: number;
  /** Null for fewer than ten. */
  readonly thresholds: AgingThresholds | null;
}

/** Who is in a stage, how long, and how long others took. */
export interface StageAging {
  readonly stage: StageDefinition;
  readonly count: number;
  readonly exits: number;
  readonly p50: number | null;
  readonly p70: number | null;
  readonly p85: number | null;
  /** All five levels, rising. */
  readonly levels: readonly { readonly level: AgingLevel; readonly count: number }[];
  readonly wipLimit: number | null;
  readonly overWip: boolean;
}

/** A row of the aging of a portfolio, from how many of those in the stage are on each level. More than its limit are too many. */
export const stageAgingOf = (
  stage: StageDefinition,
  { exits, thresholds }: StageExits,
  counts: ReadonlyMap<AgingLevel, number>,
): StageAging => {
  const levels = AGING_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0 }));
  const count = levels.reduce((sum, each) => sum + each.count, 0);
  const { wipLimit } = stage;
  return {
    stage,
    count,
    exits,
    p50: thresholds?.p50 ?? null,
    p70: thresholds?.p70 ?? null,
    p85: thresholds?.p85 ?? null,
    levels,
    wipLimit,
    overWip: wipLimit !== null && count > wipLimit,
  };
};

export const NO_EXITS: StageExits = { exits: 0, thresholds: null };
