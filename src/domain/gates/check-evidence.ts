import { addDays, dateAt, type CalendarDate } from '../basics/calendar-date.js';
import { millisecondsOf, type Instant } from '../basics/instant.js';
import { invalid, notFound, type Refusal } from '../basics/result.js';
import type { EvidenceContent, EvidenceKind, ExternalCheck, MonitoringPlan } from './evidence.js';
import type { CriterionDefinition, CriterionKind, WorkflowTemplate } from './gate.js';

/** What evidence of each kind is called among the inputs of a submission. */
const INPUT_OF = {
  UX_REVIEW: 'uxReview',
  MONITORING_PLAN: 'monitoringPlan',
  CHANGE_PLAN: 'changePlan',
  DOCUMENT: 'document',
  CHECKLIST: 'checklist',
  SIGN_OFF: 'signOff',
  EXTERNAL_CHECK: 'externalCheck',
} as const satisfies Record<EvidenceKind, string>;

/** Kinds of criterion that are met by facts of another sort, and by which. */
const MET_BY = {
  KPI_CONTRACT: 'define the KPIs of the initiative instead',
  KPI_ATTAINMENT: 'record measurements of its KPIs instead',
  TICKETS_DONE: 'link tickets and get them done instead',
  EFFORT_SHARE: 'record the effort that was spent instead',
} as const satisfies Record<Exclude<CriterionKind, EvidenceKind>, string>;

const LONGEST_LEAD_DAYS = 366;
const CLOCK_SKEW_MS = 5 * 60_000;

/** What a submission is checked against: the initiative's template and KPIs, and the time in its portfolio's zone. */
export interface SubmissionSurroundings {
  readonly template: WorkflowTemplate;
  readonly kpiIds: ReadonlySet<string>;
  readonly now: Instant;
  readonly today: CalendarDate;
}

/** All criteria of a template, gate by gate. */
export const criteriaOf = (template: WorkflowTemplate): readonly CriterionDefinition[] =>
  template.stages.flatMap((stage) => stage.exitGate?.criteria ?? []);

/**
 * Evidence is handed in for a criterion of the initiative's template, at whichever gate, and is of its kind. A review was
 * conducted today or earlier; a check was made by now, give or take five minutes of clocks that differ; all else takes
 * effect at most 366 days ahead. A KPI signal names a KPI of the initiative. NOT_FOUND for an unknown criterion or KPI,
 * INVALID for all else, every problem at once. Whether the content is good enough is not asked here.
 */
export const checkEvidence = (
  criterionKey: string,
  content: EvidenceContent,
  surroundings: SubmissionSurroundings,
): readonly Refusal[] => [
  ...criterionProblems(criterionKey, content.kind, surroundings.template),
  ...dateProblems(content, surroundings),
  ...(content.kind === 'MONITORING_PLAN' ? signalProblems(content, surroundings.kpiIds) : []),
];

const criterionProblems = (key: string, kind: EvidenceKind, template: WorkflowTemplate): readonly Refusal[] => {
  const criteria = criteriaOf(template);
  const criterion = criteria.find((each) => each.key === key);
  if (!criterion) {
    const known = criteria.filter((each) => each.kind === kind).map((each) => each.key);
    const hint =
      known.length > 0 ? `those that take ${INPUT_OF[kind]} are ${known.join(', ')}` : `none takes ${INPUT_OF[kind]}`;
    return [
      {
        code: 'NOT_FOUND',
        message: `The initiative's template has no criterion ${key}; ${hint}.`,
        field: ['criterionKey'],
      },
    ];
  }
  if (takesNoEvidence(criterion.kind)) {
    return [invalid(['criterionKey'], `${key} takes no evidence; ${MET_BY[criterion.kind]}.`)];
  }
  return criterion.kind === kind
    ? []
    : [invalid(['input', INPUT_OF[kind]], `${key} takes ${INPUT_OF[criterion.kind]}, and not ${INPUT_OF[kind]}.`)];
};

const takesNoEvidence = (kind: CriterionKind): kind is keyof typeof MET_BY => kind in MET_BY;

const dateProblems = (content: EvidenceContent, { now, today }: SubmissionSurroundings): readonly Refusal[] => {
  const at = (name: string, message: string): readonly Refusal[] => [
    invalid(['input', INPUT_OF[content.kind], name], message),
  ];
  if (content.kind === 'UX_REVIEW') {
    return content.conductedOn > today
      ? at('conductedOn', `conductedOn must not be in the future, and ${content.conductedOn} is after today, ${today}.`)
      : [];
  }
  if (content.kind === 'EXTERNAL_CHECK') {
    return millisecondsOf(content.checkedAt) > millisecondsOf(now) + CLOCK_SKEW_MS
      ? at('checkedAt', `checkedAt must not be in the future, and ${content.checkedAt} is after now, ${now}.`)
      : [];
  }
  const last = addDays(today, LONGEST_LEAD_DAYS);
  return content.effectiveOn > last
    ? at(
        'effectiveOn',
        `effectiveOn must be at most ${LONGEST_LEAD_DAYS} days ahead, by ${last}, and was ${content.effectiveOn}.`,
      )
    : [];
};

const signalProblems = (plan: MonitoringPlan, kpiIds: ReadonlySet<string>): readonly Refusal[] =>
  plan.signals.flatMap((signal, index) => {
    const field = ['input', INPUT_OF.MONITORING_PLAN, 'signals', `${index}`, 'kpiId'];
    if (signal.kpiId === null) {
      return signal.kind === 'KPI'
        ? [invalid(field, `The signal ${signal.name} is of kind KPI; state kpiId, the KPI it watches.`)]
        : [];
    }
    return kpiIds.has(signal.kpiId)
      ? []
      : [notFound(`The KPI that the signal ${signal.name} watches, among the KPIs of this initiative,`, field)];
  });

/** The one line a piece of evidence is listed by. */
export const summaryOf = (content: EvidenceContent): string => {
  if (content.kind === 'SIGN_OFF') {
    return content.statement;
  }
  return content.kind === 'EXTERNAL_CHECK' ? content.name : content.summary;
};

/** Evidence holds from the day it states; a review from the day it was conducted, a check from its day in the portfolio's zone. */
export const effectiveOnOf = (content: EvidenceContent, timeZone: string): CalendarDate => {
  if (content.kind === 'UX_REVIEW') {
    return content.conductedOn;
  }
  return content.kind === 'EXTERNAL_CHECK' ? dateAt(content.checkedAt, timeZone) : content.effectiveOn;
};

/** Do two results of a check say the same? */
export const isSameCheck = (a: ExternalCheck, b: ExternalCheck): boolean =>
  a.name === b.name && a.passed === b.passed && a.url === b.url && a.checkedAt === b.checkedAt;
