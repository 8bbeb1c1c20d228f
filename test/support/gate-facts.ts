import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type {
  ChangePlan,
  Checklist,
  DocumentEvidence,
  EvidenceContent,
  ExternalCheck,
  MonitoredSignal,
  MonitoringPlan,
  SignOff,
  UxReview,
} from '../../src/domain/gates/evidence.js';
import type {
  CriterionAssessment,
  CriterionDefinition,
  CriterionKind,
  EvidenceFact,
  GateDefinition,
  InitiativeFacts,
  RecordedEntry,
  TicketFact,
} from '../../src/domain/gates/gate.js';
import type { ConditionFact } from '../../src/domain/gates/condition.js';
import type { GateScene, Proposal, ProposedCondition } from '../../src/domain/gates/proposal.js';
import type { GateOutcome } from '../../src/domain/gates/vote.js';
import { assessGate } from '../../src/domain/gates/assess-gate.js';
import type { WaiverFact } from '../../src/domain/gates/waiver.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from '../../src/domain/kpis/kpi.js';

/** Facts and templates for specs: each helper makes something sound, and takes what should be otherwise. */

export const day = (text: string): CalendarDate => text as CalendarDate;

/** Noon in UTC of a day. */
export const noon = (text: string): Instant => `${text}T12:00:00.000Z` as Instant;

export const aCriterion = (kind: CriterionKind, other: Partial<CriterionDefinition> = {}): CriterionDefinition => ({
  key: 'criterion',
  name: 'Criterion',
  kind,
  weight: 'MUST_MEET',
  veto: false,
  guidance: 'What is expected.',
  example: null,
  validForDays: null,
  riskTiers: null,
  settings: {},
  ...other,
});

export type TicketState = Partial<TicketFact['states'][number]>;

/** A ticket that was linked on 2 January 2026, and the states it was known in. */
export const aTicket = (key: string, states: readonly TicketState[], other: Partial<TicketFact> = {}): TicketFact => ({
  id: key,
  key,
  criterionKey: 'criterion',
  linkedAt: noon('2026-01-02'),
  unlinkedAt: null,
  states: states.map((state) => ({
    statusCategory: 'IN_PROGRESS',
    statusName: 'Doing',
    isDeleted: false,
    recordedAt: noon('2026-01-01'),
    ...state,
  })),
  ...other,
});

export const aGate = (
  criteria: readonly CriterionDefinition[],
  other: Partial<GateDefinition> = {},
): GateDefinition => ({
  key: 'g3',
  name: 'Scale go',
  quorum: 1,
  recycleLimit: null,
  slaDays: null,
  criteria,
  ...other,
});

export const facts = (other: Partial<InitiativeFacts> = {}): InitiativeFacts => ({
  timeZone: 'UTC',
  riskTiers: [{ riskTier: 'LIMITED', recordedAt: noon('2025-01-01') }],
  pilotEntries: [],
  tickets: [],
  evidence: [],
  kpis: [],
  effort: [],
  conditions: [],
  waivers: [],
  ...other,
});

/** An entry into a stage that was recorded when it happened and stands. */
export const entered = (at: Instant, other: Partial<RecordedEntry> = {}): RecordedEntry => ({
  enteredAt: at,
  recordedAt: at,
  supersededAt: null,
  ...other,
});

/** What the one criterion says at noon of a day. */
export const assessOne = (criterion: CriterionDefinition, known: InitiativeFacts, on: string): CriterionAssessment => {
  const [assessment] = assessGate(aGate([criterion]), known, noon(on));
  if (!assessment) {
    throw new Error('A gate says something of each of its criteria.');
  }
  return assessment;
};

/** A submission at noon of a day, effective on it, and not reviewed. */
export const submitted = (
  id: string,
  on: string,
  content: EvidenceContent,
  other: Partial<EvidenceFact> = {},
): EvidenceFact => ({
  id,
  criterionKey: 'criterion',
  content,
  submittedBy: 'submitter',
  submittedAt: noon(on),
  effectiveOn: day(on),
  review: null,
  ...other,
});

type Review = NonNullable<EvidenceFact['review']>;

export const accepted = (on: string): { readonly review: Review } => ({
  review: { outcome: 'ACCEPTED', reviewedBy: 'reviewer', reviewedAt: noon(on), comment: null },
});

export const returned = (on: string, comment: string | null): { readonly review: Review } => ({
  review: { outcome: 'RETURNED', reviewedBy: 'reviewer', reviewedAt: noon(on), comment },
});

export const aDocument: DocumentEvidence = {
  kind: 'DOCUMENT',
  summary: "Feasibility shown on last year's cases.",
  url: 'https://docs.example.org/feasibility',
  effectiveOn: day('2026-01-01'),
};

export const aSignOff: SignOff = { kind: 'SIGN_OFF', statement: 'I run it.', effectiveOn: day('2026-01-01') };

export const aChecklist = (...done: readonly boolean[]): Checklist => ({
  kind: 'CHECKLIST',
  summary: 'Rollback rehearsed.',
  effectiveOn: day('2026-01-01'),
  items: done.map((isDone, position) => ({ label: `step ${position + 1}`, done: isDone, note: null })),
});

export const aUxReview = (other: Partial<UxReview> = {}): UxReview => ({
  kind: 'UX_REVIEW',
  summary: 'Agents find the suggestion.',
  method: 'USABILITY_TEST',
  participants: 6,
  conductedOn: day('2026-01-01'),
  susScore: null,
  taskSuccessPercent: null,
  findings: [],
  url: null,
  ...other,
});

export const aSignal = (other: Partial<MonitoredSignal> = {}): MonitoredSignal => ({
  name: 'signal',
  kind: 'DRIFT',
  kpiId: null,
  warnAbove: null,
  warnBelow: null,
  breachAbove: decimal('0.2'),
  breachBelow: null,
  cadenceHours: 24,
  alertChannel: '#ml-alerts',
  owner: 'on-call',
  ...other,
});

export const aMonitoringPlan = (...signals: readonly MonitoredSignal[]): MonitoringPlan => ({
  kind: 'MONITORING_PLAN',
  summary: 'What is watched.',
  effectiveOn: day('2026-01-01'),
  signals,
  runbookUrl: 'https://docs.example.org/runbook',
  rollbackProcedure: 'Switch the flag off.',
  onCall: 'platform team',
  reviewCadenceDays: 30,
  url: null,
});

export const aChangePlan = (other: Partial<ChangePlan> = {}): ChangePlan => ({
  kind: 'CHANGE_PLAN',
  summary: 'Who is affected.',
  effectiveOn: day('2026-01-01'),
  groups: [{ name: 'agents', people: 40, impact: 'new screen', training: 'half a day' }],
  communications: 'weekly note',
  supportContact: 'help desk',
  adoptionTargetPercent: decimal('80'),
  adoptionTargetDate: day('2026-12-01'),
  changeOwner: 'head of service',
  url: null,
  ...other,
});

export const aCheck = (checkedOn: string, other: Partial<ExternalCheck> = {}): ExternalCheck => ({
  kind: 'EXTERNAL_CHECK',
  name: 'alerts',
  passed: true,
  url: 'https://ci.example.org/1',
  checkedAt: noon(checkedOn),
  externalId: 'run-1',
  ...other,
});

/** Handle time of story 1: from 9.4 to 6.5 minutes. */
export const aDefinition = (other: Partial<KpiDefinition> = {}): KpiDefinition => ({
  version: 1,
  recordedAt: noon('2026-01-01'),
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'telephony',
  ownerId: 'owner',
  baseline: { value: decimal('9.4'), measuredOn: day('2025-12-01'), sampleSize: 2140 },
  target: decimal('6.5'),
  rangeLow: null,
  rangeHigh: null,
  targetDate: day('2026-12-31'),
  ...other,
});

/** Reopen rate of story 1: at most 4.0 %. */
export const aGuardrail = (other: Partial<KpiDefinition> = {}): KpiDefinition =>
  aDefinition({
    name: 'Reopen rate',
    unit: '%',
    role: 'GUARDRAIL',
    baseline: null,
    target: decimal('4.0'),
    targetDate: null,
    ...other,
  });

export const aMeasurement = (value: string, on: string, other: Partial<KpiMeasurement> = {}): KpiMeasurement => ({
  value: decimal(value),
  measuredOn: day(on),
  sampleSize: null,
  source: 'manual',
  recordedAt: noon(on),
  ...other,
});

export const aKpi = (id: string, definition: KpiDefinition, ...measurements: readonly KpiMeasurement[]): KpiFacts => ({
  id,
  definitions: [definition],
  measurements,
});

/** A condition made at noon of 1 June, due on 31 July, still open. */
export const aCondition = (other: Partial<ConditionFact> = {}): ConditionFact => ({
  id: 'condition',
  text: 'Train the second shift',
  ownerId: 'owner',
  dueOn: day('2026-07-31'),
  criterionKey: null,
  madeAt: noon('2026-06-01'),
  breachedAt: null,
  closedAt: null,
  ...other,
});

/** A scene at a gate from Pilot to Scale on 1 June where nothing stands in the way. */
export const aScene = (other: Partial<GateScene> = {}): GateScene => ({
  status: 'ACTIVE',
  assessments: [],
  conditions: [],
  stageKey: 'pilot',
  stageKeys: ['discovery', 'poc', 'pilot', 'scale', 'operate'],
  recycles: 0,
  recycleLimit: null,
  today: day('2026-06-01'),
  ...other,
});

export const aProposal = (outcome: GateOutcome, other: Partial<Proposal> = {}): Proposal => ({
  outcome,
  conditions: [],
  recycleToStageKey: null,
  ...other,
});

export const aProposedCondition = (other: Partial<ProposedCondition> = {}): ProposedCondition => ({
  text: 'Train the second shift',
  ownerId: 'owner',
  dueOn: day('2026-07-31'),
  criterionKey: null,
  ...other,
});

/** Requested at noon of a day, for gate g3, and not decided. */
export const aWaiver = (
  id: string,
  requestedOn: string,
  expiresOn: string,
  other: Partial<WaiverFact> = {},
): WaiverFact => ({
  id,
  gateKey: 'g3',
  criterionKey: 'criterion',
  compensatingControl: 'Somebody looks at it daily',
  expiresOn: day(expiresOn),
  requestedBy: 'manager',
  requestedAt: noon(requestedOn),
  decision: null,
  revokedAt: null,
  ...other,
});

export const approvedOn = (on: string): Pick<WaiverFact, 'decision'> => ({
  decision: { outcome: 'APPROVED', decidedBy: 'gatekeeper', decidedAt: noon(on) },
});
