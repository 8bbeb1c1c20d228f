import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aChangePlan,
  aCheck,
  aChecklist,
  aCondition,
  aCriterion,
  aDefinition,
  aDocument,
  aGate,
  aMonitoringPlan,
  aSignal,
  aSignOff,
  aUxReview,
  day,
} from '../../../test/support/gate-facts.js';
import { addDays, dateAt } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { KPI_DIRECTIONS, KPI_ROLES, type KpiDefinition, type KpiFacts } from '../kpis/kpi.js';
import { STATUS_CATEGORIES } from '../tickets/ticket.js';
import { assessGate } from './assess-gate.js';
import type { ConditionFact } from './condition.js';
import type { EvidenceContent } from './evidence.js';
import {
  CRITERION_KINDS,
  RISK_TIERS,
  type CriterionKind,
  type EffortFact,
  type EvidenceFact,
  type InitiativeFacts,
  type RecordedEntry,
  type TicketFact,
} from './gate.js';
import { readinessOf } from './readiness.js';
import type { WaiverFact } from './waiver.js';

const FIRST_HOUR = millisecondsOf('2026-01-01T00:00:00.000Z' as Instant);
const instant = fc.integer({ min: 0, max: 60 * 24 }).map((hours): Instant => instantOf(FIRST_HOUR + hours * 3_600_000));
const date = fc.integer({ min: -20, max: 70 }).map((days) => addDays(day('2026-01-01'), days));
const small = fc.integer({ min: 0, max: 6 });
const value = small.map((whole) => decimal(String(whole)));
const kpiIds = ['k0', 'k1'] as const;

const content: fc.Arbitrary<EvidenceContent> = fc.oneof(
  fc.constant(aDocument),
  fc.constant(aSignOff),
  fc.array(fc.boolean(), { maxLength: 2 }).map((done) => aChecklist(...done)),
  small.map((participants) => aUxReview({ participants })),
  small.map((people) => aChangePlan({ groups: [{ name: 'g', people, impact: 'i', training: 't' }] })),
  fc
    .subarray([...kpiIds])
    .map((ids) => aMonitoringPlan(aSignal(), ...ids.map((kpiId) => aSignal({ kind: 'KPI', kpiId })))),
  fc.tuple(fc.boolean(), instant).map(([passed, checkedAt]) => ({ ...aCheck('2026-01-01'), passed, checkedAt })),
);

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const reviewAfter = (submittedAt: Instant): fc.Arbitrary<EvidenceFact['review']> =>
  fc.option(
    fc.record({
      outcome: fc.constantFrom('ACCEPTED', 'ACCEPTED', 'RETURNED'),
      reviewedBy: fc.constant('reviewer'),
      reviewedAt: instant.map((at) => laterOf(at, submittedAt)),
      comment: fc.constant('comment'),
    }),
    { freq: 6 },
  );

const evidence: fc.Arbitrary<readonly EvidenceFact[]> = fc
  .array(
    fc
      .tuple(content, instant, date)
      .chain(([what, submittedAt, effectiveOn]) =>
        reviewAfter(submittedAt).map((review) => ({ what, submittedAt, effectiveOn, review })),
      ),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ what, ...other }, position) => ({
      id: `e${position}`,
      criterionKey: what.kind,
      content: what,
      submittedBy: 'submitter',
      ...other,
    })),
  );

const byRecording = <Recorded extends { readonly recordedAt: Instant }>(
  all: readonly Recorded[],
): readonly Recorded[] => all.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt));

const definition: fc.Arbitrary<KpiDefinition> = fc
  .record({
    recordedAt: instant,
    role: fc.constantFrom(...KPI_ROLES),
    direction: fc.constantFrom(...KPI_DIRECTIONS),
    baseline: fc.option(fc.record({ value, measuredOn: date, sampleSize: fc.constant(null) })),
    target: fc.option(value, { freq: 6 }),
    rangeHigh: fc.option(value),
  })
  .map((some) => aDefinition({ ...some, rangeLow: decimal('1') }));

const kpi = (id: string): fc.Arbitrary<KpiFacts> =>
  fc.record({
    id: fc.constant(id),
    definitions: fc.array(definition, { maxLength: 3 }).map(byRecording),
    measurements: fc.array(
      fc.record({
        value,
        measuredOn: date,
        sampleSize: fc.option(small),
        source: fc.constant('s'),
        recordedAt: instant,
      }),
      { maxLength: 4 },
    ),
  });

const effort: fc.Arbitrary<readonly EffortFact[]> = fc.array(
  fc.record({
    categoryKey: fc.option(fc.constantFrom('PEOPLE_PROCESS', 'ALGORITHMS')),
    personDays: value,
    workedOn: date,
    recordedAt: instant,
  }),
  { maxLength: 5 },
);

const ticket: fc.Arbitrary<TicketFact> = fc
  .record({
    linkedAt: instant,
    unlinkedAt: fc.option(instant),
    states: fc
      .array(
        fc.record({
          statusCategory: fc.constantFrom(...STATUS_CATEGORIES),
          statusName: fc.option(fc.constant('Doing')),
          isDeleted: fc.boolean(),
          recordedAt: instant,
        }),
        { maxLength: 3 },
      )
      .map(byRecording),
  })
  .map((some) => ({ ...some, id: 't', key: 'A-1', criterionKey: 'TICKETS_DONE' }));

const condition: fc.Arbitrary<ConditionFact> = fc
  .record({ madeAt: instant, breachedAt: fc.option(instant), closedAt: fc.option(instant) })
  .map((some) => aCondition(some));
const waiver: fc.Arbitrary<WaiverFact> = fc
  .record({
    criterionKey: fc.constantFrom('DOCUMENT', 'UX_REVIEW', 'EFFORT_SHARE', 'TICKETS_DONE', 'high-risk'),
    gateKey: fc.constantFrom('g3', 'g3', 'g3', 'g4'),
    expiresOn: date,
    requestedAt: instant,
    decidedAt: fc.option(instant, { freq: 6 }),
    outcome: fc.constantFrom('APPROVED', 'APPROVED', 'APPROVED', 'DENIED'),
    revokedAt: fc.option(instant, { freq: 1 }),
  })
  .map(({ decidedAt, outcome, revokedAt, ...some }) => ({
    ...some,
    id: '',
    compensatingControl: 'Somebody looks at it daily',
    requestedBy: 'manager',
    decision:
      decidedAt === null ? null : { outcome, decidedBy: 'gatekeeper', decidedAt: laterOf(decidedAt, some.requestedAt) },
    revokedAt: revokedAt === null ? null : laterOf(revokedAt, decidedAt ?? some.requestedAt),
  }));

const waivers: fc.Arbitrary<readonly WaiverFact[]> = fc
  .array(waiver, { maxLength: 8 })
  .map((all) => all.map((one, position) => ({ ...one, id: `w${position}` })));

/** Entered, later recorded (at once by a move, later by an import), and later still replaced by another record. */
const pilotEntry: fc.Arbitrary<RecordedEntry> = fc
  .tuple(instant, instant, instant, fc.boolean())
  .map(([a, b, c, isSuperseded]) => {
    const [enteredAt, recordedAt, supersededAt] = [a, b, c].toSorted() as [Instant, Instant, Instant];
    return { enteredAt, recordedAt, supersededAt: isSuperseded ? supersededAt : null };
  });

const history: fc.Arbitrary<InitiativeFacts> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles'),
  riskTiers: fc
    .array(fc.record({ riskTier: fc.constantFrom(...RISK_TIERS), recordedAt: instant }), { maxLength: 3 })
    .map(byRecording),
  pilotEntries: fc.array(pilotEntry, { maxLength: 3 }),
  evidence,
  kpis: fc.tuple(...kpiIds.map(kpi)),
  effort,
  tickets: fc.array(ticket, { maxLength: 3 }),
  conditions: fc.array(condition, { maxLength: 3 }),
  waivers,
});

const SETTINGS: Partial<Record<CriterionKind, Record<string, unknown>>> = {
  UX_REVIEW: { minParticipants: 3 },
  EFFORT_SHARE: { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 20 },
};

const gate = aGate([
  ...CRITERION_KINDS.map((kind) => aCriterion(kind, { key: kind, settings: SETTINGS[kind] ?? {}, validForDays: 20 })),
  aCriterion('DOCUMENT', { key: 'high-risk', riskTiers: ['HIGH'] }),
]);

/** What the tables held at an instant, had nothing been recorded since. */
const recordedBy = (facts: InitiativeFacts, at: Instant): InitiativeFacts => {
  const known = ({ recordedAt }: { readonly recordedAt: Instant }): boolean => recordedAt <= at;
  return {
    ...facts,
    riskTiers: facts.riskTiers.filter(known),
    pilotEntries: facts.pilotEntries
      .filter(known)
      .map((entry) =>
        entry.supersededAt !== null && entry.supersededAt > at ? { ...entry, supersededAt: null } : entry,
      ),
    evidence: facts.evidence
      .filter(({ submittedAt }) => submittedAt <= at)
      .map((one) => (one.review && one.review.reviewedAt > at ? { ...one, review: null } : one)),
    kpis: facts.kpis
      .map((one) => ({
        ...one,
        definitions: one.definitions.filter(known),
        measurements: one.measurements.filter(known),
      }))
      .filter(({ definitions }) => definitions.length > 0),
    effort: facts.effort.filter(known),
    tickets: facts.tickets
      .filter(({ linkedAt }) => linkedAt <= at)
      .map((one) => ({
        ...one,
        unlinkedAt: one.unlinkedAt !== null && one.unlinkedAt > at ? null : one.unlinkedAt,
        states: one.states.filter(known),
      })),
    conditions: facts.conditions
      .filter(({ madeAt }) => madeAt <= at)
      .map((one) => ({
        ...one,
        breachedAt: one.breachedAt !== null && one.breachedAt <= at ? one.breachedAt : null,
        closedAt: one.closedAt !== null && one.closedAt <= at ? one.closedAt : null,
      })),
    waivers: facts.waivers
      .filter(({ requestedAt }) => requestedAt <= at)
      .map((one) => ({
        ...one,
        decision: one.decision && one.decision.decidedAt > at ? null : one.decision,
        revokedAt: one.revokedAt !== null && one.revokedAt > at ? null : one.revokedAt,
      })),
  };
};

describe('an assessment as of a past instant', () => {
  it('is the one that was given then: nothing recorded since changes it', () => {
    fc.assert(
      fc.property(history, instant, (facts, at) => {
        expect(readinessOf(gate, facts, at)).toEqual(readinessOf(gate, recordedBy(facts, at), at));
      }),
      { numRuns: 400 },
    );
  });

  it('does not hang on the order in which evidence, effort and waivers are read', () => {
    fc.assert(
      fc.property(history, instant, (facts, at) => {
        const backwards = {
          ...facts,
          evidence: facts.evidence.toReversed(),
          effort: facts.effort.toReversed(),
          waivers: facts.waivers.toReversed(),
        };
        expect(assessGate(gate, backwards, at)).toEqual(assessGate(gate, facts, at));
      }),
    );
  });

  it('gives a reason for every criterion, and a remedy exactly where it is neither met nor inapplicable', () => {
    fc.assert(
      fc.property(history, instant, (facts, at) => {
        for (const { status, reason, remedy, blocks } of assessGate(gate, facts, at)) {
          const isClear = status === 'MET' || status === 'NOT_APPLICABLE';
          expect(reason).toMatch(/^[A-Z].*\.$/);
          expect(remedy === null).toBe(isClear);
          expect(blocks).toBe(!isClear && status !== 'WAIVED');
        }
      }),
    );
  });

  it('is WAIVED exactly while a waiver of the criterion at this gate is in force, and says by which', () => {
    const isInForce = (one: WaiverFact, at: Instant, timeZone: string): boolean =>
      one.requestedAt <= at &&
      one.decision?.outcome === 'APPROVED' &&
      one.decision.decidedAt <= at &&
      (one.revokedAt === null || one.revokedAt > at) &&
      dateAt(at, timeZone) <= one.expiresOn;
    let seen = 0;
    fc.assert(
      fc.property(history, instant, (facts, at) => {
        const unwaived = assessGate(gate, { ...facts, waivers: [] }, at);
        for (const [position, { criterion, status, waiverId }] of assessGate(gate, facts, at).entries()) {
          const inForce = facts.waivers.filter(
            (one) =>
              one.gateKey === gate.key && one.criterionKey === criterion.key && isInForce(one, at, facts.timeZone),
          );
          const isClear = ['MET', 'NOT_APPLICABLE'].includes(unwaived[position]?.status ?? '');
          expect(status).toBe(inForce.length > 0 && !isClear ? 'WAIVED' : unwaived[position]?.status);
          expect(inForce.map(({ id }) => id).includes(waiverId ?? '')).toBe(status === 'WAIVED');
          seen += status === 'WAIVED' ? 1 : 0;
        }
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('changes within a day of the portfolio only where something is recorded in it', () => {
    fc.assert(
      fc.property(history, instant, instant, (facts, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        fc.pre(dateAt(early, facts.timeZone) === dateAt(late, facts.timeZone));
        const then = recordedBy(facts, early);
        expect(assessGate(gate, then, late)).toEqual(assessGate(gate, then, early));
      }),
    );
  });
});
