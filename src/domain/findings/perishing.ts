import { dateAt, daysBetween, startOfDay, addDays, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { evidenceThatCounts } from '../gates/ran-out.js';
import type { CriterionDefinition, EvidenceFact, GateDefinition } from '../gates/gate.js';
import { validityOn } from '../gates/validity.js';
import type { FindingScene } from './finding.js';
import { stayAt } from './standing.js';

/** A criterion of which the evidence has a last day, and the gate that asks for it. */
export interface Perishing {
  readonly gate: GateDefinition;
  readonly criterion: CriterionDefinition;
  readonly evidence: EvidenceFact;
  readonly validForDays: number;
  readonly lastDay: CalendarDate;
}

const knownEvidence = ({ evidence }: FindingScene, key: string, then: Instant): readonly EvidenceFact[] =>
  evidence
    .filter(({ criterionKey, submittedAt }) => criterionKey === key && submittedAt <= then)
    .filter(({ review }) => review === null || review.reviewedAt <= then);

/** Where the risk tier is unknown the criterion is asked for, as at the gate. */
const isAsked = ({ riskTiers }: CriterionDefinition, scene: FindingScene, then: Instant): boolean => {
  const tier = scene.riskTiers.findLast(({ recordedAt }) => recordedAt <= then)?.riskTier;
  return riskTiers === null || tier === undefined || riskTiers.includes(tier);
};

/** The gates an initiative has passed, by where it stands in its template, and the one it stands at. */
const gatesBehind = (scene: FindingScene, then: Instant): readonly GateDefinition[] => {
  const standing = stayAt(scene, then);
  const place = scene.stages.findIndex(({ key }) => key === standing?.stageKey);
  return scene.stages.slice(0, place + 1).flatMap(({ exitGate }) => exitGate ?? []);
};

/**
 * What evidence an initiative stands on and runs out one day, as of an instant: for each criterion of the gates it has passed or
 * stands at and that is asked of its risk tier, the newest accepted submission, or the newest check if it passed (law 4).
 */
export const perishingAt = (scene: FindingScene, then: Instant): readonly Perishing[] =>
  gatesBehind(scene, then).flatMap((gate) =>
    gate.criteria.flatMap((criterion) => {
      const { key, validForDays } = criterion;
      if (validForDays === null || !isAsked(criterion, scene, then)) {
        return [];
      }
      const evidence = evidenceThatCounts(criterion, knownEvidence(scene, key, then));
      return evidence
        ? [{ gate, criterion, evidence, validForDays, lastDay: addDays(evidence.effectiveOn, validForDays) }]
        : [];
    }),
  );

/** Whether the evidence ran out, on the day of an instant. */
export const hasRunOut = ({ evidence, lastDay }: Perishing, scene: FindingScene, then: Instant): boolean =>
  validityOn(dateAt(then, scene.timeZone), evidence.effectiveOn, lastDay) === 'RAN_OUT';

/** Whether it holds, and for how many days at most after that of an instant. */
export const holdsNoLongerThan = (
  days: number,
  { evidence, lastDay }: Perishing,
  scene: FindingScene,
  then: Instant,
): boolean => {
  const today = dateAt(then, scene.timeZone);
  return validityOn(today, evidence.effectiveOn, lastDay) === 'HOLDS' && daysBetween(today, lastDay) <= days;
};

/** When what is told of a criterion's evidence may have changed, given how many days before its last day somebody looks. */
export const perishingChanges = (
  scene: FindingScene,
  { criterion, validForDays }: Perishing,
  daysBefore: number,
): readonly Instant[] => {
  const own = scene.evidence.filter(({ criterionKey }) => criterionKey === criterion.key);
  const days = own.flatMap(({ effectiveOn }) => [
    effectiveOn,
    addDays(effectiveOn, validForDays - daysBefore),
    addDays(effectiveOn, validForDays + 1),
  ]);
  return [
    ...own.flatMap(({ submittedAt, review }) => [submittedAt, ...(review === null ? [] : [review.reviewedAt])]),
    ...[...new Set(days)].map((day) => startOfDay(day, scene.timeZone)),
    ...scene.riskTiers.map(({ recordedAt }) => recordedAt),
    ...scene.stays.map(({ enteredAt }) => enteredAt),
  ];
};
