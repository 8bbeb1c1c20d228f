import type { CriterionAssessment, CriterionStatus } from './gate.js';

/** The status of each criterion of a gate, by its key. */
export type CriterionStatuses = Readonly<Record<string, CriterionStatus>>;

export interface ChangedCriterion {
  readonly criterion: string;
  readonly from: CriterionStatus;
  readonly to: CriterionStatus;
}

export const statusesOf = (assessments: readonly CriterionAssessment[]): CriterionStatuses =>
  Object.fromEntries(assessments.map(({ criterion, status }) => [criterion.key, status]));

/** The criteria of a gate whose status is another than before, in the order of the gate; one that was not asked for before counts as MISSING. */
export const changedCriteria = (before: CriterionStatuses, after: CriterionStatuses): readonly ChangedCriterion[] =>
  Object.entries(after)
    .map(([criterion, to]) => ({ criterion, from: before[criterion] ?? ('MISSING' as const), to }))
    .filter(({ from, to }) => from !== to);
