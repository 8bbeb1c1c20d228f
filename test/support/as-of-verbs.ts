import fc from 'fast-check';
import { addDays, dateAt, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { accept, type Result } from '../../src/domain/basics/result.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import type { EvidenceContent } from '../../src/domain/gates/evidence.js';
import { RISK_TIERS, type CriterionDefinition } from '../../src/domain/gates/gate.js';
import type { Proposal } from '../../src/domain/gates/proposal.js';
import type { Initiative } from '../../src/domain/initiatives/initiative.js';
import type { TemplateDraft } from '../../src/domain/pipeline/validate-template.js';
import { AcceptLateEffort } from '../../src/modules/effort/commands/accept-late-effort.js';
import { ClosePeriod } from '../../src/modules/effort/commands/close-period.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { ReopenPeriod } from '../../src/modules/effort/commands/reopen-period.js';
import { LateEfforts } from '../../src/modules/effort/queries/late-efforts.js';
import { ReviewEvidence } from '../../src/modules/evidence/commands/review-evidence.js';
import { SubmitEvidence } from '../../src/modules/evidence/commands/submit-evidence.js';
import { BreachConditions } from '../../src/modules/gates/commands/breach-conditions.js';
import { CloseGateCondition } from '../../src/modules/gates/commands/close-gate-condition.js';
import { DecideGate } from '../../src/modules/gates/commands/decide-gate.js';
import { RequestGateReview } from '../../src/modules/gates/commands/request-gate-review.js';
import { GateReadinessQuery } from '../../src/modules/gates/queries/gate-readiness.js';
import { GatesInForce } from '../../src/modules/gates/queries/gates-in-force.js';
import { MoveAgain } from '../../src/modules/initiatives/commands/move-again.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { DefineKpi, type KpiRequest } from '../../src/modules/kpis/commands/define-kpi.js';
import { RecordMeasurements } from '../../src/modules/kpis/commands/record-measurements.js';
import { ReviseKpi } from '../../src/modules/kpis/commands/revise-kpi.js';
import { MigrateTemplate } from '../../src/modules/template-migrations/commands/migrate-template.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { DecideWaiver } from '../../src/modules/waivers/commands/decide-waiver.js';
import { ExpireWaivers } from '../../src/modules/waivers/commands/expire-waivers.js';
import { RequestWaiver } from '../../src/modules/waivers/commands/request-waiver.js';
import { RevokeWaiver } from '../../src/modules/waivers/commands/revoke-waiver.js';
import { made, type AsOfBench } from './as-of-bench.js';
import { aCheck, aCriterion, aDocument, aUxReview } from './gate-facts.js';
import { aStage } from './template-versions.js';

/** How one version of the workflow differs from another. */
export interface Variant {
  readonly pilotKey: 'pilot' | 'trial';
  readonly minParticipants: number;
  readonly validForDays: number | null;
  readonly isAudited: boolean;
  readonly auditKind: 'DOCUMENT' | 'CHECKLIST';
}

export const FIRST_VARIANT: Variant = {
  pilotKey: 'pilot',
  minParticipants: 3,
  validForDays: 20,
  isAudited: false,
  auditKind: 'DOCUMENT',
};

/** Everything is should-meet but the checks and the audit, so that most histories get on. */
export const workflow = (key: string, variant: Variant): TemplateDraft => {
  const should = (kind: CriterionDefinition['kind'], own: string, other: Partial<CriterionDefinition> = {}) =>
    aCriterion(kind, { key: own, name: own, weight: 'SHOULD_MEET', ...other });
  const { pilotKey, minParticipants, validForDays, isAudited, auditKind } = variant;
  const audit = aCriterion(auditKind, { key: 'audit', name: 'audit', riskTiers: ['HIGH'], validForDays });
  return {
    key,
    name: 'Flow',
    stages: [
      aStage(
        'build',
        'POC',
        [
          should('DOCUMENT', 'risk', { validForDays }),
          should('UX_REVIEW', 'ux', { settings: { minParticipants } }),
          should('KPI_CONTRACT', 'contract'),
          ...(isAudited ? [audit] : []),
        ],
        { timeBoxDays: 20, wipLimit: 1 },
      ),
      aStage(pilotKey, 'PILOT', [
        aCriterion('EXTERNAL_CHECK', { key: 'alerts', name: 'alerts', validForDays: 90 }),
        should('KPI_ATTAINMENT', 'attainment', { settings: { maxAgeDays: 40 } }),
        should('EFFORT_SHARE', 'people', { settings: { category: 'PEOPLE_PROCESS', minPercent: '30' } }),
        should('MONITORING_PLAN', 'monitoring'),
      ]),
      aStage('run', 'PRODUCTION'),
    ],
  };
};

/** One initiative with a workflow of its own, whose history is made by real commands. */
export interface World {
  readonly bench: AsOfBench;
  readonly externalRef: string;
  readonly templateKey: string;
  readonly initiativeId: string;
  readonly variants: Variant[];
  readonly kpiIds: string[];
  readonly evidenceIds: string[];
  readonly waiverIds: string[];
  count: number;
}

const today = ({ bench }: World): CalendarDate => dateAt(bench.clock.now(), bench.portfolio.timeZone);
const daysAgo = (world: World, days: number): CalendarDate => addDays(today(world), -days);
const hoursAgo = (world: World, hours: number): Instant =>
  instantOf(millisecondsOf(world.bench.clock.now()) - hours * 3_600_000);

/** A kind of step in a history: what it is done with, and the command that does it. */
export const verb = <Details extends object>(
  details: fc.Arbitrary<Details>,
  run: (world: World, details: Details) => Promise<Result<unknown>>,
) => ({ details, run });

export const standing = async ({ bench, initiativeId }: World): Promise<Initiative> =>
  (await bench.context.get(Initiatives).byIds([initiativeId]))[0]!;

/** Has a review open, be it one that was left open before, and one gatekeeper decide it. */
export const decide = async (world: World, proposal: Proposal): Promise<Result<unknown>> => {
  const { context, people, rows } = world.bench;
  const { id, version } = await standing(world);
  const review = await context.get(RequestGateReview).run(people.manager, id, { note: null, dueOn: null });
  const [open] = await rows<{ id: string }>("SELECT id FROM gate_review WHERE initiative_id = $1 AND status = 'OPEN'", [
    id,
  ]);
  const request = { ...proposal, rationale: 'Fine.', expectedVersion: version };
  return open ? context.get(DecideGate).run(people.gatekeeper, open.id, request) : review;
};

/** A business KPI in minutes that is to become less. */
const kpiTerms = (
  world: World,
  name: string,
  terms: { readonly isPrimary: boolean; readonly baselineDaysAgo: number | null; readonly target: number },
): KpiRequest => ({
  name,
  unit: 'min',
  role: terms.isPrimary ? 'PRIMARY' : 'GUARDRAIL',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  baselineValue: terms.baselineDaysAgo === null ? null : decimal('9'),
  baselineMeasuredOn: terms.baselineDaysAgo === null ? null : daysAgo(world, terms.baselineDaysAgo),
  baselineSampleSize: null,
  target: decimal(String(terms.target)),
  rangeLow: null,
  rangeHigh: null,
  targetDate: addDays(today(world), 100),
  ownerId: null,
});

interface Work {
  readonly isOnPeople: boolean;
  readonly personDays: number;
  readonly workedOn: CalendarDate;
}

const bookEffort = async (world: World, { isOnPeople, personDays, workedOn }: Work): Promise<Result<unknown>> => {
  const { bench, initiativeId } = world;
  world.count += 1;
  const [initiative] = await bench.context.get(Initiatives).byIds([initiativeId]);
  return bench.context.get(RecordEffort).run(bench.people.manager, bench.portfolio.key, [
    {
      initiativeKey: initiative!.key,
      categoryKey: isOnPeople ? 'PEOPLE_PROCESS' : 'ALGORITHMS',
      amount: decimal(String(personDays)),
      unit: 'PERSON_DAYS',
      workedOn,
      person: null,
      note: null,
      ...NO_TRAITS,
      source: 'timesheet',
      externalId: `${world.externalRef}-${world.count}`,
      method: 'MANUAL',
      problems: [],
    },
  ]);
};

export const REFUSED: Result<unknown> = { ok: false, refusals: [] };
const ago = fc.integer({ min: 0, max: 30 });
const criterionKey = fc.constantFrom('risk', 'ux', 'alerts', 'audit');

/**
 * What happens in a history. A verb that is added here is part of every random history; add a step with it to
 * `A_FULL_HISTORY` too, which shows that it does something.
 */
const VERBS = {
  submit: verb(
    fc.record({
      criterionKey,
      size: fc.integer({ min: 1, max: 8 }),
      daysAgo: ago,
    }),
    async (world, details) => {
      const { people, context } = world.bench;
      world.count += 1;
      const effectiveOn = daysAgo(world, details.daysAgo);
      const contents: Record<string, EvidenceContent> = {
        risk: { ...aDocument, effectiveOn },
        audit: { ...aDocument, effectiveOn },
        ux: aUxReview({ participants: details.size, conductedOn: effectiveOn }),
        alerts: {
          ...aCheck('2026-01-01', { passed: details.size > 2, externalId: `run-${world.count}` }),
          checkedAt: hoursAgo(world, details.daysAgo * 24),
        },
      };
      const result = await context
        .get(SubmitEvidence)
        .run(people.manager, world.initiativeId, details.criterionKey, contents[details.criterionKey]!);
      if (result.ok) {
        world.evidenceIds.push(result.value.id);
      }
      return result;
    },
  ),
  review: verb(
    fc.record({ which: fc.nat(2), outcome: fc.constantFrom('ACCEPTED', 'ACCEPTED', 'RETURNED') }),
    ({ bench, evidenceIds }, { which, outcome }) => {
      const id = evidenceIds.at(-1 - which);
      return id === undefined
        ? Promise.resolve(REFUSED)
        : bench.context.get(ReviewEvidence).run(bench.people.reviewer, id, { outcome, comment: 'Seen.' });
    },
  ),
  defineKpi: verb(
    fc.record({ isPrimary: fc.boolean(), baselineDaysAgo: fc.option(fc.integer({ min: 0, max: 60 })) }),
    async (world, { isPrimary, baselineDaysAgo }) => {
      const { bench, initiativeId, kpiIds } = world;
      world.count += 1;
      const terms = kpiTerms(world, `KPI ${world.count}`, { isPrimary, baselineDaysAgo, target: 6 });
      const result = await bench.context.get(DefineKpi).run(bench.people.manager, initiativeId, terms);
      if (result.ok) {
        kpiIds.push(result.value.id);
      }
      return result;
    },
  ),
  reviseKpi: verb(
    fc.record({
      which: fc.nat(2),
      isPrimary: fc.boolean(),
      baselineDaysAgo: fc.option(fc.integer({ min: 0, max: 60 })),
      target: fc.integer({ min: 3, max: 8 }),
    }),
    (world, { which, ...terms }) => {
      const { bench, kpiIds } = world;
      const id = kpiIds.at(-1 - which);
      world.count += 1;
      const request = kpiTerms(world, `KPI ${world.count}`, terms);
      return id === undefined
        ? Promise.resolve(REFUSED)
        : bench.context.get(ReviseKpi).run(bench.people.manager, id, request, 'We know better.');
    },
  ),
  measure: verb(
    fc.record({ which: fc.nat(2), value: fc.integer({ min: 4, max: 10 }), daysAgo: ago }),
    (world, { which, value, daysAgo: days }) => {
      const { bench, kpiIds } = world;
      const kpiId = kpiIds.at(-1 - which);
      return kpiId === undefined
        ? Promise.resolve(REFUSED)
        : bench.context.get(RecordMeasurements).run(bench.people.manager, [
            {
              kpiId,
              value: decimal(String(value)),
              measuredOn: daysAgo(world, days),
              sampleSize: null,
              source: 'telephony',
              externalId: null,
            },
          ]);
    },
  ),
  bookEffort: verb(
    fc.record({ isOnPeople: fc.boolean(), personDays: fc.integer({ min: 1, max: 3 }), daysAgo: ago }),
    (world, { daysAgo: days, ...work }) => bookEffort(world, { ...work, workedOn: daysAgo(world, days) }),
  ),
  bookEffortLate: verb(
    fc.record({ isOnPeople: fc.boolean(), personDays: fc.integer({ min: 1, max: 3 }), daysAgo: ago }),
    async (world, { daysAgo: days, ...work }) => {
      const { bench } = world;
      const { manager, admin } = bench.people;
      const workedOn = daysAgo(world, days + 1);
      const closed = await bench.context
        .get(ClosePeriod)
        .run(manager, bench.portfolio.key, { from: workedOn, to: workedOn, note: null });
      await bookEffort(world, { ...work, workedOn });
      const paging = { first: 100, after: null };
      const { nodes } = await bench.context.get(LateEfforts).page(bench.portfolio.id, 'PENDING', paging);
      const ids = nodes.map(({ id }) => id);
      const accepted = await bench.context.get(AcceptLateEffort).run(manager, bench.portfolio.key, ids, null);
      if (closed.ok) {
        await bench.context.get(ReopenPeriod).run(admin, closed.value.id, 'Histories go on.');
      }
      return accepted;
    },
  ),
  rate: verb(fc.record({ riskTier: fc.constantFrom(...RISK_TIERS) }), async ({ bench, initiativeId }, { riskTier }) => {
    const [initiative] = await bench.context.get(Initiatives).byIds([initiativeId]);
    return bench.context
      .get(UpdateInitiative)
      .run(bench.people.manager, initiativeId, { riskTier }, initiative!.version);
  }),
  publish: verb(
    fc.record<Variant>({
      pilotKey: fc.constantFrom('pilot', 'trial'),
      minParticipants: fc.integer({ min: 1, max: 8 }),
      validForDays: fc.constantFrom(null, 5, 20, 60),
      isAudited: fc.boolean(),
      auditKind: fc.constantFrom('DOCUMENT', 'CHECKLIST'),
    }),
    async ({ bench, templateKey, variants }, variant) => {
      const result = await bench.context
        .get(PublishTemplate)
        .run(bench.people.designer, workflow(templateKey, variant));
      variants.push(variant);
      return result;
    },
  ),
  migrate: verb(fc.record({}), ({ bench, templateKey, initiativeId, variants }) => {
    const to = variants.at(-1)!.pilotKey;
    const gone = new Set(variants.map(({ pilotKey }) => pilotKey).filter((key) => key !== to));
    return bench.context.get(MigrateTemplate).run(bench.people.designer, bench.portfolio.key, {
      templateKey,
      toVersion: null,
      mapping: [...gone].map((from) => ({ from, to })),
      initiativeIds: [initiativeId],
      reason: 'The newer version is better.',
    });
  }),
  go: verb(fc.record({}), (world) => decide(world, { outcome: 'GO', conditions: [], recycleToStageKey: null })),
  goOnCondition: verb(fc.record({ dueInDays: fc.integer({ min: 1, max: 40 }) }), async (world, { dueInDays }) => {
    const { bench } = world;
    const readiness = bench.context.get(GateReadinessQuery);
    const gate = await bench.context.get(GatesInForce).exitOf(await standing(world));
    const assessments = gate === null ? [] : (await readiness.readiness({}, gate, null)).assessments;
    const blocking = assessments.filter(({ blocks }) => blocks).map(({ criterion }) => criterion.key);
    return decide(world, {
      outcome: 'CONDITIONAL_GO',
      recycleToStageKey: null,
      conditions: [...blocking, null].map((criterionKey) => ({
        text: 'Make up for it',
        ownerId: bench.people.manager.userId,
        dueOn: addDays(today(world), dueInDays),
        criterionKey,
      })),
    });
  }),
  beginDay: verb(fc.record({}), async (world) => {
    const before = await standing(world);
    await world.bench.context.get(BreachConditions).run(world.bench.portfolio.id, today(world));
    await world.bench.context.get(ExpireWaivers).run(world.bench.portfolio.id, today(world));
    return (await standing(world)).version > before.version ? accept(null) : REFUSED;
  }),
  closeCondition: verb(fc.record({}), async ({ bench, initiativeId }) => {
    const [condition] = await bench.rows<{ id: string }>(
      "SELECT id FROM gate_condition WHERE initiative_id = $1 AND status <> 'CLOSED' ORDER BY id LIMIT 1",
      [initiativeId],
    );
    return condition
      ? bench.context.get(CloseGateCondition).run(bench.people.manager, condition.id, { note: 'Done.', url: null })
      : REFUSED;
  }),
  requestWaiver: verb(
    fc.record({ criterionKey, days: fc.integer({ min: 0, max: 40 }) }),
    async (world, { criterionKey: key, days }) => {
      const { bench, initiativeId, waiverIds } = world;
      const result = await bench.context.get(RequestWaiver).run(bench.people.manager, initiativeId, key, {
        reason: 'Not yet.',
        compensatingControl: 'Somebody looks at it.',
        expiresOn: addDays(today(world), days),
      });
      if (result.ok) {
        waiverIds.push(result.value.id);
      }
      return result;
    },
  ),
  decideWaiver: verb(fc.record({ isGranted: fc.constantFrom(true, true, false) }), ({ bench, waiverIds }, details) => {
    const id = waiverIds.at(-1);
    return id === undefined
      ? Promise.resolve(REFUSED)
      : bench.context
          .get(DecideWaiver)
          .run(bench.people.gatekeeper, id, { approve: details.isGranted, comment: 'Seen.' });
  }),
  revokeWaiver: verb(fc.record({}), ({ bench, waiverIds }) => {
    const id = waiverIds.at(-1);
    return id === undefined
      ? Promise.resolve(REFUSED)
      : bench.context.get(RevokeWaiver).run(bench.people.manager, id, 'No more.');
  }),
  resume: verb(fc.record({}), ({ bench, initiativeId }) =>
    bench.context.get(MoveAgain).resume(bench.people.manager, initiativeId, 'It goes on.'),
  ),
  importAnew: verb(
    fc.record({ isInPilot: fc.boolean(), daysAgo: fc.integer({ min: 1, max: 90 }) }),
    async (world, { isInPilot, daysAgo: days }) => {
      const { bench, externalRef, templateKey, variants } = world;
      const stageKey = isInPilot ? variants.at(-1)!.pilotKey : 'build';
      const at = hoursAgo(world, days * 24);
      const result = await bench.importRow(externalRef, templateKey, [[stageKey, at]]);
      return result.ok && result.value.outcome === 'UPDATED' ? result : REFUSED;
    },
  ),
};
export type VerbName = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as readonly VerbName[];

/** A step of a history, some hours after the one before. */
export type Step = { readonly verb: VerbName; readonly hours: number } & Readonly<Record<string, unknown>>;

const hours = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 500 }));

/** Verbs that hang on what came before come oftener, or they would be refused most of the time. */
const WEIGHTS: Partial<Record<VerbName, number>> = {
  submit: 3,
  review: 4,
  publish: 2,
  migrate: 4,
  measure: 3,
  decideWaiver: 4,
};

export const step: fc.Arbitrary<Step> = fc.oneof(
  ...VERB_NAMES.map((name) => ({
    weight: WEIGHTS[name] ?? 1,
    arbitrary: fc
      .tuple(hours, VERBS[name].details as fc.Arbitrary<object>)
      .map(([later, details]): Step => ({ verb: name, hours: later, ...details })),
  })),
);

/** Does what a step says, now; whether the command accepted it. */
export const take = async (world: World, { verb: name, ...details }: Step): Promise<boolean> =>
  (await VERBS[name].run(world, details as never)).ok;

let worlds = 0;

/** An initiative that an import has just brought into the first stage of a workflow of its own. */
export const newWorld = async (bench: AsOfBench): Promise<World> => {
  const templateKey = `flow-${worlds + 1}`;
  made(await bench.context.get(PublishTemplate).run(bench.people.designer, workflow(templateKey, FIRST_VARIANT)));
  return newWorldOn(bench, templateKey, [FIRST_VARIANT]);
};

/** The same of a workflow that was published, and of which these are the versions. */
export const newWorldOn = async (bench: AsOfBench, templateKey: string, variants: Variant[]): Promise<World> => {
  worlds += 1;
  const externalRef = `WORLD-${worlds}`;
  await bench.importRow(externalRef, templateKey, [['build', hoursAgo({ bench } as World, 48)]]);
  const [row] = await bench.rows<{ id: string }>('SELECT id FROM initiative WHERE external_ref = $1', [externalRef]);
  return {
    bench,
    externalRef,
    templateKey,
    initiativeId: row!.id,
    variants,
    kpiIds: [],
    evidenceIds: [],
    waiverIds: [],
    count: 0,
  };
};

/** A history in which every verb is accepted at least once. */
export const A_FULL_HISTORY: readonly Step[] = [
  { verb: 'defineKpi', hours: 5, isPrimary: false, baselineDaysAgo: null },
  { verb: 'defineKpi', hours: 5, isPrimary: true, baselineDaysAgo: 20 },
  { verb: 'importAnew', hours: 30, isInPilot: true, daysAgo: 30 },
  { verb: 'importAnew', hours: 30, isInPilot: true, daysAgo: 10 },
  { verb: 'importAnew', hours: 30, isInPilot: false, daysAgo: 10 },
  { verb: 'submit', hours: 5, criterionKey: 'ux', size: 4, daysAgo: 3 },
  { verb: 'review', hours: 5, which: 0, outcome: 'ACCEPTED' },
  { verb: 'submit', hours: 5, criterionKey: 'risk', size: 1, daysAgo: 3 },
  { verb: 'review', hours: 500, which: 0, outcome: 'ACCEPTED' },
  {
    verb: 'publish',
    hours: 5,
    pilotKey: 'trial',
    minParticipants: 6,
    validForDays: 60,
    isAudited: true,
    auditKind: 'DOCUMENT',
  },
  { verb: 'migrate', hours: 5 },
  { verb: 'rate', hours: 5, riskTier: 'HIGH' },
  { verb: 'submit', hours: 5, criterionKey: 'audit', size: 1, daysAgo: 0 },
  { verb: 'goOnCondition', hours: 5, dueInDays: 3 },
  { verb: 'beginDay', hours: 200 },
  { verb: 'resume', hours: 5 },
  { verb: 'requestWaiver', hours: 5, criterionKey: 'ux', days: 10 },
  { verb: 'decideWaiver', hours: 5, isGranted: true },
  { verb: 'revokeWaiver', hours: 50 },
  { verb: 'requestWaiver', hours: 5, criterionKey: 'alerts', days: 2 },
  { verb: 'decideWaiver', hours: 5, isGranted: true },
  { verb: 'reviseKpi', hours: 5, which: 0, isPrimary: true, baselineDaysAgo: 5, target: 7 },
  { verb: 'review', hours: 5, which: 0, outcome: 'ACCEPTED' },
  { verb: 'measure', hours: 5, which: 0, value: 5, daysAgo: 1 },
  { verb: 'bookEffort', hours: 5, isOnPeople: true, personDays: 2, daysAgo: 3 },
  { verb: 'bookEffortLate', hours: 5, isOnPeople: true, personDays: 3, daysAgo: 4 },
  { verb: 'submit', hours: 5, criterionKey: 'alerts', size: 4, daysAgo: 0 },
  {
    verb: 'publish',
    hours: 5,
    pilotKey: 'pilot',
    minParticipants: 2,
    validForDays: 5,
    isAudited: true,
    auditKind: 'CHECKLIST',
  },
  { verb: 'migrate', hours: 5 },
  { verb: 'closeCondition', hours: 5 },
  { verb: 'closeCondition', hours: 5 },
  { verb: 'submit', hours: 2400, criterionKey: 'alerts', size: 4, daysAgo: 0 },
  { verb: 'go', hours: 5 },
];
