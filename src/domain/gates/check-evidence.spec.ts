import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { checkEvidence, criteriaOf, effectiveOnOf, isSameCheck, summaryOf } from './check-evidence.js';
import type { DocumentEvidence, EvidenceContent, ExternalCheck, MonitoringPlan, UxReview } from './evidence.js';
import { CRITERION_KINDS, type CriterionKind, type WorkflowTemplate } from './gate.js';

const day = (text: string) => text as CalendarDate;
const at = (text: string) => text as Instant;

const keyFor = (kind: CriterionKind): string => kind.toLowerCase();

/** A template with one criterion of each kind, half of them at the second gate. */
const TEMPLATE: WorkflowTemplate = {
  id: 'template',
  key: 'template',
  name: 'Template',
  version: 1,
  publishedAt: at('2026-01-01T00:00:00.000Z'),
  stages: [0, 1].map((half) => ({
    key: `stage-${half}`,
    name: 'Stage',
    category: 'POC',
    position: half + 1,
    timeBoxDays: null,
    wipLimit: null,
    exitGate: {
      key: `g${half}`,
      name: 'Gate',
      quorum: 1,
      recycleLimit: null,
      slaDays: null,
      criteria: CRITERION_KINDS.filter((_, index) => index % 2 === half).map((kind) => ({
        key: keyFor(kind),
        name: kind,
        kind,
        weight: 'MUST_MEET',
        veto: false,
        guidance: '',
        example: null,
        validForDays: null,
        riskTiers: null,
        settings: {},
      })),
    },
  })),
};

const SURROUNDINGS = {
  template: TEMPLATE,
  kpiIds: new Set(['handle-time']),
  now: at('2026-03-15T12:00:00.000Z'),
  today: day('2026-03-15'),
};

const DOCUMENT: DocumentEvidence = {
  kind: 'DOCUMENT',
  summary: 'Risks',
  url: 'https://example.org/risks',
  effectiveOn: day('2026-03-01'),
};
const REVIEW: UxReview = {
  kind: 'UX_REVIEW',
  summary: 'Fine',
  method: 'FIELD_STUDY',
  participants: 0,
  conductedOn: day('2026-03-15'),
  susScore: null,
  taskSuccessPercent: null,
  findings: [],
  url: null,
};
const CHECK: ExternalCheck = {
  kind: 'EXTERNAL_CHECK',
  name: 'Alerts',
  passed: true,
  url: 'https://example.org/1',
  checkedAt: at('2026-03-15T12:05:00.000Z'),
  externalId: '1',
};
const SIGNAL: MonitoringPlan['signals'][number] = {
  name: 'Handle time',
  kind: 'KPI',
  kpiId: 'handle-time',
  warnAbove: null,
  warnBelow: null,
  breachAbove: null,
  breachBelow: null,
  cadenceHours: 24,
  alertChannel: '#alerts',
  owner: 'Run team',
};
const PLAN: MonitoringPlan = {
  kind: 'MONITORING_PLAN',
  summary: 'Plan',
  effectiveOn: day('2026-03-15'),
  signals: [SIGNAL],
  runbookUrl: 'https://example.org/runbook',
  rollbackProcedure: 'Switch it off',
  onCall: 'Run team',
  reviewCadenceDays: 90,
  url: null,
};

const check = (content: EvidenceContent, key = keyFor(content.kind)) => checkEvidence(key, content, SURROUNDINGS);

describe('Which criterion evidence may be handed in for', () => {
  it('takes evidence for a criterion of whichever gate', () => {
    expect([DOCUMENT, REVIEW, CHECK, PLAN].flatMap((content) => check(content))).toEqual([]);
  });

  it('names the criteria that would take it when the key is unknown', () => {
    expect(check(DOCUMENT, 'ducoment')).toEqual([
      {
        code: 'NOT_FOUND',
        field: ['criterionKey'],
        message: "The initiative's template has no criterion ducoment; those that take document are document.",
      },
    ]);
  });

  it('lists all the criteria that would take it, and says where there is none', () => {
    const of = (kinds: readonly CriterionKind[]) => {
      const criteria = criteriaOf(TEMPLATE).filter(({ kind }) => kinds.includes(kind));
      const twice = criteria.flatMap((each) => [each, { ...each, key: `${each.key}-2` }]);
      const [first] = TEMPLATE.stages;
      const stages = [{ ...first!, exitGate: { ...first!.exitGate!, criteria: twice } }];
      const template = { ...TEMPLATE, stages };
      return checkEvidence('ducoment', DOCUMENT, { ...SURROUNDINGS, template }).map(({ message }) => message);
    };
    expect(of(['DOCUMENT', 'SIGN_OFF'])).toEqual([
      "The initiative's template has no criterion ducoment; those that take document are document, document-2.",
    ]);
    expect(of(['SIGN_OFF'])).toEqual(["The initiative's template has no criterion ducoment; none takes document."]);
  });

  it('refuses evidence of another kind and says which input to use', () => {
    expect(check(DOCUMENT, keyFor('UX_REVIEW'))).toEqual([
      { code: 'INVALID', field: ['input', 'document'], message: 'ux_review takes uxReview, and not document.' },
    ]);
  });

  it.each([
    ['KPI_CONTRACT', 'kpi_contract takes no evidence; define the KPIs of the initiative instead.'],
    ['KPI_ATTAINMENT', 'kpi_attainment takes no evidence; record measurements of its KPIs instead.'],
    ['TICKETS_DONE', 'tickets_done takes no evidence; link tickets and get them done instead.'],
    ['EFFORT_SHARE', 'effort_share takes no evidence; record the effort that was spent instead.'],
  ] as const)('refuses evidence for %s and says how it is met', (kind, message) => {
    expect(check(DOCUMENT, keyFor(kind))).toEqual([{ code: 'INVALID', field: ['criterionKey'], message }]);
  });

  it.each([
    ['UX_REVIEW', 'uxReview'],
    ['MONITORING_PLAN', 'monitoringPlan'],
    ['CHANGE_PLAN', 'changePlan'],
    ['CHECKLIST', 'checklist'],
    ['SIGN_OFF', 'signOff'],
    ['EXTERNAL_CHECK', 'externalCheck'],
  ] as const)('calls evidence for %s by its input, %s', (kind, input) => {
    expect(check(DOCUMENT, keyFor(kind))).toMatchObject([
      { message: `${keyFor(kind)} takes ${input}, and not document.` },
    ]);
  });

  it('looks for a criterion at every gate, in the order of the template', () => {
    expect(criteriaOf(TEMPLATE)).toHaveLength(CRITERION_KINDS.length);
    expect(criteriaOf({ ...TEMPLATE, stages: TEMPLATE.stages.map((stage) => ({ ...stage, exitGate: null })) })).toEqual(
      [],
    );
  });
});

describe('Which day evidence may be of', () => {
  it('refuses a review that is still to be conducted', () => {
    expect(check({ ...REVIEW, conductedOn: day('2026-03-16') })).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'uxReview', 'conductedOn'],
        message: 'conductedOn must not be in the future, and 2026-03-16 is after today, 2026-03-15.',
      },
    ]);
  });

  it('forgives a check the five minutes that clocks may differ by, and no more', () => {
    expect(check({ ...CHECK, checkedAt: at('2026-03-15T12:05:00.000Z') })).toEqual([]);
    expect(check({ ...CHECK, checkedAt: at('2026-03-15T12:05:00.001Z') })).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'externalCheck', 'checkedAt'],
        message:
          'checkedAt must not be in the future, and 2026-03-15T12:05:00.001Z is after now, 2026-03-15T12:00:00.000Z.',
      },
    ]);
  });

  it('takes what takes effect within 366 days', () => {
    expect(check({ ...DOCUMENT, effectiveOn: day('2027-03-16') })).toEqual([]);
    expect(check({ ...DOCUMENT, effectiveOn: day('2027-03-17') })).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'document', 'effectiveOn'],
        message: 'effectiveOn must be at most 366 days ahead, by 2027-03-16, and was 2027-03-17.',
      },
    ]);
  });

  it("lets a review hold from its day and a check from its day in the portfolio's zone", () => {
    expect(effectiveOnOf(REVIEW, 'UTC')).toBe('2026-03-15');
    expect(effectiveOnOf({ ...CHECK, checkedAt: at('2026-03-15T23:30:00.000Z') }, 'Europe/Berlin')).toBe('2026-03-16');
    expect(effectiveOnOf(DOCUMENT, 'UTC')).toBe('2026-03-01');
  });
});

describe('Which KPIs a monitoring plan may watch', () => {
  it('refuses a KPI signal without a KPI and one of another initiative, each by its place', () => {
    const signals = [SIGNAL, { ...SIGNAL, kpiId: null }, { ...SIGNAL, kpiId: 'elsewhere' }];
    expect(check({ ...PLAN, signals })).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'monitoringPlan', 'signals', '1', 'kpiId'],
        message: 'The signal Handle time is of kind KPI; state kpiId, the KPI it watches.',
      },
      {
        code: 'NOT_FOUND',
        field: ['input', 'monitoringPlan', 'signals', '2', 'kpiId'],
        message: 'The KPI that the signal Handle time watches, among the KPIs of this initiative, was not found.',
      },
    ]);
  });

  it('lets a signal of another kind watch no KPI', () => {
    expect(check({ ...PLAN, signals: [{ ...SIGNAL, kind: 'COST', kpiId: null }] })).toEqual([]);
  });

  it('takes a plan that is not good enough: that is for the assessment to say', () => {
    expect(check({ ...PLAN, signals: [] })).toEqual([]);
  });
});

describe('The line a piece of evidence is listed by', () => {
  it('is its summary, what was signed, or the name of the check', () => {
    const signOff = { kind: 'SIGN_OFF', statement: 'I agree.', effectiveOn: day('2026-03-01') } as const;
    expect(summaryOf(DOCUMENT)).toBe('Risks');
    expect(summaryOf(CHECK)).toBe('Alerts');
    expect(summaryOf(signOff)).toBe('I agree.');
  });
});

describe('Whether two results of a check say the same', () => {
  it.each([
    { passed: false },
    { name: 'Alarms' },
    { url: 'https://example.org/2' },
    { checkedAt: at('2026-03-15T12:04:00.000Z') },
  ])('tells %j apart', (other) => {
    expect(isSameCheck(CHECK, { ...CHECK })).toBe(true);
    expect(isSameCheck(CHECK, { ...CHECK, ...other })).toBe(false);
  });
});
