import type { WorkflowTemplate } from '../gates/gate.js';

/** Where a stage of one version of a template lies in the order of the stages that a report is about. */
export interface StageRank {
  readonly templateId: string;
  readonly stageKey: string;
  /** A stage with a higher rank comes later. */
  readonly rank: number;
}

type Versioned = Pick<WorkflowTemplate, 'id'> & { readonly stages: readonly { readonly key: string }[] };

/**
 * Ranks the stages of all versions of a template in the order of the one a report is about. Stages go by their keys; one
 * that this version does not have comes right after the last stage before it, in its own version, that this one does have.
 */
export const stageRanksOf = (template: Versioned, versions: readonly Versioned[]): readonly StageRank[] => {
  const own = new Map(template.stages.map(({ key }, index) => [key, 2 * (index + 1)]));
  return versions.flatMap(({ id, stages }) => {
    let passed = 0;
    return stages.map(({ key }) => {
      const rank = own.get(key);
      passed = Math.max(passed, rank ?? 0);
      return { templateId: id, stageKey: key, rank: rank ?? passed + 1 };
    });
  });
};
