import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { checkEvidence, effectiveOnOf, isSameCheck } from './check-evidence.js';
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
      expect.objectContaining({
        code: 'NOT_FOUND',
        field: ['criterionKey'],
        message: expect.stringContaining('document are document'),
      }),
    ]);
  });

  it('refuses evidence of another kind and says which input to use', () => {
    expect(check(DOCUMENT, keyFor('UX_REVIEW'))).toEqual([
      { code: 'INVALID', field: ['input', 'document'], message: 'ux_review takes uxReview, and not document.' },
    ]);
  });

  it.each(['KPI_CONTRACT', 'KPI_ATTAINMENT', 'TICKETS_DONE', 'EFFORT_SHARE'] as const)(
    'refuses evidence for %s and says how it is met',
    (kind) => {
      const [refusal] = check(DOCUMENT, keyFor(kind));
      expect(refusal).toMatchObject({
        code: 'INVALID',
        field: ['criterionKey'],
        message: expect.stringContaining('instead'),
      });
    },
  );
});

describe('Which day evidence may be of', () => {
  it('refuses a review that is still to be conducted', () => {
    expect(check({ ...REVIEW, conductedOn: day('2026-03-16') })).toEqual([
      expect.objectContaining({ code: 'INVALID', field: ['input', 'uxReview', 'conductedOn'] }),
    ]);
  });

  it('forgives a check the five minutes that clocks may differ by, and no more', () => {
    const [refusal] = check({ ...CHECK, checkedAt: at('2026-03-15T12:05:00.001Z') });
    expect(refusal).toMatchObject({ code: 'INVALID', field: ['input', 'externalCheck', 'checkedAt'] });
  });

  it('takes what takes effect within 366 days', () => {
    expect(check({ ...DOCUMENT, effectiveOn: day('2027-03-16') })).toEqual([]);
    expect(check({ ...DOCUMENT, effectiveOn: day('2027-03-17') })).toEqual([
      expect.objectContaining({ code: 'INVALID', field: ['input', 'document', 'effectiveOn'] }),
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
    expect(check({ ...PLAN, signals }).map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['INVALID', 'input.monitoringPlan.signals.1.kpiId'],
      ['NOT_FOUND', 'input.monitoringPlan.signals.2.kpiId'],
    ]);
  });

  it('takes a plan that is not good enough: that is for the assessment to say', () => {
    expect(check({ ...PLAN, signals: [] })).toEqual([]);
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
