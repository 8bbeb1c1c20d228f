import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { criteriaOf } from './check-evidence.js';
import type { Initiative, InitiativeStatus } from '../initiatives/initiative.js';
import type { CriterionDefinition, EvidenceFact, WorkflowTemplate } from './gate.js';
import { newestAccepted, newestCheck, submissionsFor, type EvidenceOf } from './standing-evidence.js';
import { expiresOn, validityOn } from './validity.js';

/** Evidence that held and holds no more. */
export interface RanOut {
  readonly evidenceId: string;
  readonly criterionKey: string;
  /** The last day it held on. */
  readonly lastDay: CalendarDate;
}

/** A criterion whose evidence runs out, and the day before which evidence must have taken effect to have run out by now. */
export interface PerishableCriterion {
  readonly key: string;
  readonly ranOutIfBefore: CalendarDate;
}

const ALIVE: readonly InitiativeStatus[] = ['ACTIVE', 'ON_HOLD'];

/**
 * The evidence a criterion rests on that can run out (law 4): the newest accepted submission of its kind, or the newest external
 * check if it passed. Undefined where there is none. `evidence` is what is known at the instant that is asked about.
 */
export const evidenceThatCounts = (
  criterion: CriterionDefinition,
  evidence: readonly EvidenceFact[],
): EvidenceFact | undefined =>
  criterion.kind === 'EXTERNAL_CHECK'
    ? passed(newestCheck(submissionsFor(criterion.kind, criterion, evidence)))
    : newestAccepted(
        evidence.filter((each) => each.criterionKey === criterion.key && each.content.kind === criterion.kind),
      );

// A check that failed never held, so nothing of it can run out.
const passed = (check: EvidenceOf<'EXTERNAL_CHECK'> | undefined): EvidenceFact | undefined =>
  check?.content.passed ? check : undefined;

/**
 * The evidence of an initiative that ran out by a day, over all gates of its template (law 4): for each criterion asked of
 * its risk tier the newest accepted submission, or the newest external check if it passed, whose last day is before that
 * day. The one that ran out first comes first. None where the initiative is KILLED or RETIRED: nobody is to renew it.
 */
export const ranOutBy = (
  today: CalendarDate,
  template: WorkflowTemplate,
  { status, riskTier }: Pick<Initiative, 'status' | 'riskTier'>,
  evidence: readonly EvidenceFact[],
): readonly RanOut[] =>
  criteriaOf(template)
    .filter(({ riskTiers }) => ALIVE.includes(status) && (riskTiers?.includes(riskTier) ?? true))
    .flatMap((criterion): readonly RanOut[] => {
      const standing = evidenceThatCounts(criterion, evidence);
      const lastDay = standing ? expiresOn(standing.effectiveOn, criterion.validForDays) : null;
      return standing && lastDay !== null && validityOn(today, standing.effectiveOn, lastDay) === 'RAN_OUT'
        ? [{ evidenceId: standing.id, criterionKey: criterion.key, lastDay }]
        : [];
    })
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));

/** The criteria of a template whose evidence runs out: where to look for what has run out by a day. */
export const perishableCriteria = (today: CalendarDate, template: WorkflowTemplate): readonly PerishableCriterion[] =>
  criteriaOf(template).flatMap(({ key, validForDays }) =>
    validForDays === null ? [] : [{ key, ranOutIfBefore: addDays(today, -validForDays) }],
  );
