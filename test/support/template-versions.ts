import type { Instant } from '../../src/domain/basics/instant.js';
import type {
  CriterionDefinition,
  GateDefinition,
  StageCategory,
  StageDefinition,
  WorkflowTemplate,
} from '../../src/domain/gates/gate.js';
import { aGate } from './gate-facts.js';

/** A stage whose gate, called as it is with -exit behind, asks for these criteria; without any it has no gate. */
export const aStage = (
  key: string,
  category: StageCategory,
  criteria: readonly CriterionDefinition[] = [],
  other: Partial<Omit<StageDefinition, 'exitGate'>> & { readonly gate?: Partial<GateDefinition> } = {},
): Omit<StageDefinition, 'position'> => {
  const { gate, ...rest } = other;
  return {
    key,
    name: key,
    category,
    timeBoxDays: null,
    wipLimit: null,
    exitGate: criteria.length > 0 ? aGate(criteria, { key: `${key}-exit`, name: `Exit of ${key}`, ...gate }) : null,
    ...rest,
  };
};

/** A version of the template `flow`. */
export const aVersion = (
  version: number,
  stages: readonly Omit<StageDefinition, 'position'>[],
  key = 'flow',
): WorkflowTemplate => ({
  id: `${key}-${version}`,
  key,
  name: 'Flow',
  version,
  publishedAt: '2026-01-01T00:00:00.000Z' as Instant,
  stages: stages.map((stage, position) => ({ ...stage, position: position + 1 })),
});
