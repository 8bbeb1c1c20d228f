import { dateAt } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { conditionsAt, isUnclosed } from '../gates/condition.js';
import { listed } from '../gates/criteria/wording.js';
import type { CriterionDefinition, CriterionKind, InitiativeFacts, WorkflowTemplate } from '../gates/gate.js';
import { waiversKnownAt, waiverStatusOn, type WaiverStatus } from '../gates/waiver.js';
import { differences, effect, type MigrationEffect } from './migration-effect.js';

/** Something recorded of an initiative that names a criterion by its key. */
export interface CriterionReference {
  readonly what: 'EVIDENCE' | 'WAIVER' | 'CONDITION';
  readonly id: string;
  readonly criterionKey: string;
  /** The gate it counts at; null: whichever asks for the criterion. */
  readonly gateKey: string | null;
  /** The kind of criterion it can count for; null: that which the criterion has in the version the initiative is on. */
  readonly kind: CriterionKind | null;
}

const WAIVING: readonly WaiverStatus[] = ['PENDING', 'APPROVED'];

/**
 * What names a criterion: evidence that counts, or may once it is reviewed; and at an instant, waivers that are pending or in
 * force and conditions that are not closed.
 */
export const referencesIn = (facts: InitiativeFacts, at: Instant): readonly CriterionReference[] => [
  ...facts.evidence
    .filter(({ review }) => review?.outcome !== 'RETURNED')
    .map(
      ({ id, criterionKey, content }) =>
        ({ what: 'EVIDENCE', id, criterionKey, gateKey: null, kind: content.kind }) as const,
    ),
  ...waiversKnownAt(facts.waivers, at)
    .filter((waiver) => WAIVING.includes(waiverStatusOn(waiver, dateAt(at, facts.timeZone))))
    .map(({ id, criterionKey, gateKey }) => ({ what: 'WAIVER', id, criterionKey, gateKey, kind: null }) as const),
  ...conditionsAt(facts.conditions, at)
    .filter(isUnclosed)
    .flatMap(({ id, criterionKey }) =>
      criterionKey === null ? [] : [{ what: 'CONDITION', id, criterionKey, gateKey: null, kind: null } as const],
    ),
];

/** One, several, and what becomes of them. */
const LOSSES = {
  EVIDENCE: ['piece of evidence', 'pieces of evidence', 'would not count any more'],
  WAIVER: ['waiver', 'waivers', 'would not count any more'],
  CONDITION: ['condition', 'conditions', 'would still have to be closed'],
} as const satisfies Record<CriterionReference['what'], readonly string[]>;

/** What counts for a criterion today and would count for none: the newer version does not ask for it, for another kind, or elsewhere. */
export const orphanEffects = (
  references: readonly CriterionReference[],
  from: WorkflowTemplate,
  to: WorkflowTemplate,
): readonly MigrationEffect[] => {
  const after = new Map(placesIn(to).map((place) => [place.criterion.key, place]));
  return placesIn(from).flatMap((place) => {
    const next = after.get(place.criterion.key);
    const lost = references.filter(
      (reference) => countsAt(reference, place, place) && !(next && countsAt(reference, next, place)),
    );
    return (Object.keys(LOSSES) as (keyof typeof LOSSES)[]).flatMap((what) =>
      lossOf(
        what,
        lost.filter((reference) => reference.what === what),
        { place, next, version: to.version },
      ),
    );
  });
};

/** A criterion and the gate that asks for it. */
interface Place {
  readonly criterion: CriterionDefinition;
  readonly gateKey: string;
}

const placesIn = ({ stages }: WorkflowTemplate): readonly Place[] =>
  stages.flatMap(({ exitGate }) =>
    exitGate ? exitGate.criteria.map((criterion) => ({ criterion, gateKey: exitGate.key })) : [],
  );

const countsAt = (reference: CriterionReference, { criterion, gateKey }: Place, made: Place): boolean =>
  reference.criterionKey === criterion.key &&
  (reference.kind ?? made.criterion.kind) === criterion.kind &&
  (reference.gateKey ?? gateKey) === gateKey;

const lossOf = (
  what: CriterionReference['what'],
  lost: readonly CriterionReference[],
  { place, next, version }: { readonly place: Place; readonly next: Place | undefined; readonly version: number },
): readonly MigrationEffect[] => {
  if (lost.length === 0) {
    return [];
  }
  const { criterion, gateKey } = place;
  const [one, several, fate] = LOSSES[what];
  const otherwise = next ? differences(asked(place), asked(next)) : [];
  const why = next ? `asks for it otherwise: ${listed(otherwise)}` : 'does not ask for it';
  const noun = lost.length === 1 ? one : several;
  return [
    effect(
      'ORPHANED_EVIDENCE',
      `${lost.length} ${noun} for ${criterion.name} (${criterion.key}) ${fate}: version ${version} ${why}.`,
      { criterionKey: criterion.key, gateKey, referenceIds: lost.map(({ id }) => id) },
    ),
  ];
};

const asked = ({ criterion, gateKey }: Place) => ({ kind: criterion.kind, gate: gateKey });
