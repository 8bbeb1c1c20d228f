import type { StageDefinition } from '../../../domain/gates/gate.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
import { NO_EXITS, stageAgingOf, type StageAging } from '../../../domain/pipeline/stage-aging.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import type { StageScale } from './aging-scales.js';

/** How many of those in a stage are on a level. */
export interface LevelCount {
  readonly stageKey: string;
  readonly level: AgingLevel;
  readonly count: number;
}

/** The rows of the aging of a portfolio, one for each stage, from what the database counted; scales are of the same template. */
export const stageRows = (
  stages: readonly StageDefinition[],
  scales: readonly StageScale[],
  counts: readonly LevelCount[],
): readonly StageAging[] => {
  const exits = groupBy(scales, (scale) => scale.stageKey);
  const levels = groupBy(counts, (row) => row.stageKey);
  return stages.map((stage) =>
    stageAgingOf(
      stage,
      exits.get(stage.key)?.[0] ?? NO_EXITS,
      new Map((levels.get(stage.key) ?? []).map(({ level, count }) => [level, count])),
    ),
  );
};
