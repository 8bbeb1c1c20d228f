import type { CriterionSettings } from '../criterion-settings.js';
import type { CriterionAssessment, CriterionDefinition, CriterionKind } from '../gate.js';
import type { KnownFacts } from '../known-facts.js';

/** What an assessor is asked: does this criterion hold, by its settings, given what was known? */
export interface Question<Kind extends CriterionKind> {
  readonly criterion: CriterionDefinition;
  readonly settings: CriterionSettings[Kind];
  readonly known: KnownFacts;
}

/** What it answers. Whether the criterion blocks follows from its weight and is not for the assessor to say. */
export type Answer = Omit<CriterionAssessment, 'criterion' | 'blocks'>;

/** The rule of one kind of criterion. */
export type Assessor<Kind extends CriterionKind> = (question: Question<Kind>) => Answer;
