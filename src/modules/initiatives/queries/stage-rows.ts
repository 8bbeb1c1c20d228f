import type { StageDefinition } from '../../../domain/gates/gate.js';
import { levelOnScale, type AgingLevel, type Standing } from '../../../domain/pipeline/aging.js';
import { NO_EXITS, stageAgingOf, type StageAging } from '../../../domain/pipeline/stage-aging.js';
import type { StageScale } from './aging-scales.js';

/** How many stand alike in a stage of a version of a template. */
export interface StandingCount extends Standing {
  readonly templateId: string;
  readonly stageKey: string;
  readonly count: number;
}

/**
 * The rows of the aging of a portfolio, one for each stage, from what the database counted. The scales are of all versions of the
 * template; whoever stands in a stage of another one is left out.
 */
export const stageRows = (
  stages: readonly StageDefinition[],
  scales: readonly StageScale[],
  standings: readonly StandingCount[],
): readonly StageAging[] => {
  const known = new Map(scales.map((scale) => [placeOf(scale), scale.scale]));
  const levels = new Map<string, Map<AgingLevel, number>>();
  for (const { count, ...standing } of standings) {
    const scale = known.get(placeOf(standing));
    if (scale !== undefined) {
      const counts = levels.get(standing.stageKey) ?? new Map<AgingLevel, number>();
      const level = levelOnScale(scale, standing);
      levels.set(standing.stageKey, counts.set(level, (counts.get(level) ?? 0) + count));
    }
  }
  return stages.map((stage) =>
    stageAgingOf(
      stage,
      scales.find(({ stageKey }) => stageKey === stage.key) ?? NO_EXITS,
      levels.get(stage.key) ?? new Map<AgingLevel, number>(),
    ),
  );
};

const placeOf = ({ templateId, stageKey }: Pick<StandingCount, 'templateId' | 'stageKey'>): string =>
  `${templateId} ${stageKey}`;
