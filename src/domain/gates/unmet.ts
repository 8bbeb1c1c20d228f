import type { Refusal } from '../basics/result.js';
import type { CriterionAssessment } from './gate.js';

/** A refusal that names the criterion in the way. */
export interface CriterionRefusal extends Refusal {
  readonly code: 'CRITERION_UNMET' | 'CRITERION_VETO';
  readonly assessment: CriterionAssessment;
}

/** What a criterion says and what would clear it, as one text. */
export const told = ({ criterion, reason, remedy }: CriterionAssessment): string =>
  [`${criterion.name}: ${reason}`, remedy].filter(Boolean).join(' ');

/** A CRITERION_UNMET for each criterion that blocks. */
export const unmet = (assessments: readonly CriterionAssessment[]): readonly CriterionRefusal[] =>
  assessments
    .filter(({ blocks }) => blocks)
    .map((assessment) => ({ code: 'CRITERION_UNMET', message: told(assessment), assessment }));
