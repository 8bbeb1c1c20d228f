import { negate, ZERO, type Decimal } from '../basics/decimal.js';
import type { WorkTraits } from './classification-rule.js';
import { isOtherwise, type Classification, type Classifier } from './classify.js';
import { statedCategory } from './effort-entry.js';
import type { EffortSum } from './split-effort.js';

/** An entry that stands, or several that are alike in all that classifies them. */
export interface StandingWork extends WorkTraits, Classification {
  /** The default category of its initiative; null: none. */
  readonly defaultCategoryKey: string | null;
}

/** Work that another classification moves from one category to another, in person-days. */
export interface MovedWork {
  readonly from: Pick<Classification, 'categoryKey'>;
  readonly to: Pick<Classification, 'categoryKey'>;
  readonly personDays: Decimal;
}

/** How work that stands would be classified now; null where that is how it is classified. A stated category always stays. */
export const reclassified = (work: StandingWork, classify: Classifier): Classification | null => {
  const now = classify({ ...work, statedCategoryKey: statedCategory(work) });
  return isOtherwise(now, work) ? now : null;
};

/** What the sums of effort change by when work is moved: what one category loses, the other gains, and the total stays. */
export const sumsOfMoved = (moved: readonly MovedWork[]): readonly EffortSum[] =>
  moved.flatMap(({ from, to, personDays }) => [
    { categoryKey: from.categoryKey, personDays: negate(personDays), operationalPersonDays: ZERO },
    { categoryKey: to.categoryKey, personDays, operationalPersonDays: ZERO },
  ]);
