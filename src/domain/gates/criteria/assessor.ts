import type { CriterionSettings } from '../criterion-settings.js';
import type { CriterionAssessment, CriterionDefinition, CriterionKind } from '../gate.js';
import type { KnownFacts } from '../known-facts.js';

/** What an assessor is asked: does this criterion hold, by its settings, given what was known? */
export interface Question<Kind extends CriterionKind> {
  readonly criterion: CriterionDefinition;
  readonly settings: CriterionSettings[Kind];
  readonly known: KnownFacts;
}

/** What it answers by itself. Whether the criterion is waived and whether it blocks is not for the assessor to say. */
export type Answer = Omit<CriterionAssessment, 'criterion' | 'blocks' | 'waiverId'>;

/** The rule of one kind of criterion. */
export type Assessor<Kind extends CriterionKind> = (question: Question<Kind>) => Answer;
