import { startOfDay } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { assessGate } from '../gates/assess-gate.js';
import type { CriterionKind, EvidenceFact, GateDefinition, InitiativeFacts } from '../gates/gate.js';

const justBefore = (at: Instant): Instant => instantOf(millisecondsOf(at) - 1);

/** From when on evidence can count: once it is accepted and took effect. Null of what is not accepted. */
const beginOf = ({ review, effectiveOn }: EvidenceFact, timeZone: string): Instant | null => {
  if (review?.outcome !== 'ACCEPTED') {
    return null;
  }
  const effective = startOfDay(effectiveOn, timeZone);
  return effective > review.reviewedAt ? effective : review.reviewedAt;
};

/**
 * Since when a criterion that rests on reviewed evidence has been MET without a break, of all criteria of that kind the one
 * that has been for longest; null while none is MET. Newer evidence that takes the place of older one makes no break.
 */
export const metSince = (
  kind: CriterionKind,
  gates: readonly GateDefinition[],
  facts: InitiativeFacts,
  at: Instant,
): Instant | null => {
  const begins = facts.evidence
    .flatMap((evidence) => beginOf(evidence, facts.timeZone) ?? [])
    .filter((begin) => begin <= at)
    .toSorted()
    .toReversed();
  const sinces = gates
    .flatMap((gate) => gate.criteria.map((criterion) => ({ ...gate, criteria: [criterion] })))
    .filter(({ criteria }) => criteria.every((criterion) => criterion.kind === kind))
    .flatMap((gate) => {
      const isMet = (then: Instant): boolean => assessGate(gate, facts, then).every(({ status }) => status === 'MET');
      return isMet(at) ? begins.filter((begin) => !isMet(justBefore(begin))).slice(0, 1) : [];
    });
  return sinces.toSorted()[0] ?? null;
};
