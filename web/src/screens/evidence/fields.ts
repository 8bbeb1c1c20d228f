import type { CriterionKind, EvidenceInput } from '../../api/generated/graphql';

export type FieldKind = 'line' | 'text' | 'date' | 'moment' | 'decimal' | 'whole' | 'url' | 'choice' | 'flag' | 'kpi';

/** A field of a form: its name is that of the API, so that what is refused is told at it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly choices?: readonly string[];
}

/** Fields that come as often as they are needed. */
export interface Rows {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  readonly fields: readonly Field[];
  /** Whether at least one is expected. */
  readonly needsOne: boolean;
}

export interface EvidenceForm {
  readonly input: keyof EvidenceInput;
  readonly fields: readonly Field[];
  readonly rows?: Rows;
}

const SUMMARY: Field = { name: 'summary', label: 'In short', kind: 'text', hint: 'What a gatekeeper should know.' };
const FROM: Field = { name: 'effectiveOn', label: 'Holds from', kind: 'date' };
const LINK: Field = { name: 'url', label: 'Where it is', kind: 'url', hint: 'https://…' };
const ANY_LINK: Field = { ...LINK, optional: true };

/** The forms by kind of criterion; a kind that is not here is met by facts of another sort. */
export const EVIDENCE_FORMS: Readonly<Partial<Record<CriterionKind, EvidenceForm>>> = {
  DOCUMENT: { input: 'document', fields: [SUMMARY, LINK, FROM] },
  UX_REVIEW: {
    input: 'uxReview',
    fields: [
      SUMMARY,
      {
        name: 'method',
        label: 'Method',
        kind: 'choice',
        choices: ['USABILITY_TEST', 'HEURISTIC_EVALUATION', 'FIELD_STUDY', 'SURVEY', 'ACCESSIBILITY_AUDIT'],
      },
      { name: 'participants', label: 'Participants', kind: 'whole' },
      { name: 'conductedOn', label: 'Conducted on', kind: 'date' },
      { name: 'susScore', label: 'SUS score', kind: 'decimal', optional: true, hint: '0 to 100' },
      { name: 'taskSuccessPercent', label: 'Tasks solved, %', kind: 'decimal', optional: true, hint: '0 to 100' },
      ANY_LINK,
    ],
    rows: {
      name: 'findings',
      one: 'Finding',
      many: 'Findings',
      needsOne: false,
      fields: [
        { name: 'title', label: 'What was found', kind: 'line' },
        { name: 'severity', label: 'Severity', kind: 'choice', choices: ['CRITICAL', 'MAJOR', 'MINOR'] },
        { name: 'resolved', label: 'Resolved', kind: 'flag' },
      ],
    },
  },
  MONITORING_PLAN: {
    input: 'monitoringPlan',
    fields: [
      SUMMARY,
      { name: 'runbookUrl', label: 'Runbook', kind: 'url', hint: 'https://…' },
      { name: 'onCall', label: 'Who is on call', kind: 'line' },
      { name: 'rollbackProcedure', label: 'How to roll back', kind: 'text' },
      { name: 'reviewCadenceDays', label: 'Looked at every … days', kind: 'whole' },
      FROM,
      ANY_LINK,
    ],
    rows: {
      name: 'signals',
      one: 'Signal',
      many: 'Signals',
      needsOne: true,
      fields: [
        { name: 'name', label: 'Name', kind: 'line' },
        {
          name: 'kind',
          label: 'Kind',
          kind: 'choice',
          choices: ['DRIFT', 'QUALITY', 'KPI', 'LATENCY', 'COST', 'INCIDENT'],
        },
        { name: 'kpiId', label: 'KPI it watches', kind: 'kpi', optional: true },
        { name: 'warnAbove', label: 'Warns above', kind: 'decimal', optional: true },
        { name: 'breachAbove', label: 'Breached above', kind: 'decimal', optional: true },
        { name: 'warnBelow', label: 'Warns below', kind: 'decimal', optional: true },
        { name: 'breachBelow', label: 'Breached below', kind: 'decimal', optional: true },
        { name: 'cadenceHours', label: 'Comes every … hours', kind: 'whole' },
        { name: 'alertChannel', label: 'Where alerts go', kind: 'line' },
        { name: 'owner', label: 'Who answers for it', kind: 'line' },
      ],
    },
  },
  CHANGE_PLAN: {
    input: 'changePlan',
    fields: [
      SUMMARY,
      { name: 'communications', label: 'How people are told', kind: 'text' },
      { name: 'changeOwner', label: 'Who leads the change', kind: 'line' },
      { name: 'supportContact', label: 'Who helps', kind: 'line' },
      { name: 'adoptionTargetPercent', label: 'Adoption wanted, %', kind: 'decimal' },
      { name: 'adoptionTargetDate', label: 'Adoption by', kind: 'date' },
      FROM,
      ANY_LINK,
    ],
    rows: {
      name: 'groups',
      one: 'Group',
      many: 'Groups of people it affects',
      needsOne: true,
      fields: [
        { name: 'name', label: 'Who', kind: 'line' },
        { name: 'people', label: 'How many', kind: 'whole' },
        { name: 'impact', label: 'What changes for them', kind: 'line' },
        { name: 'training', label: 'Training', kind: 'line' },
      ],
    },
  },
  CHECKLIST: {
    input: 'checklist',
    fields: [SUMMARY, FROM],
    rows: {
      name: 'items',
      one: 'Item',
      many: 'Items',
      needsOne: true,
      fields: [
        { name: 'label', label: 'What', kind: 'line' },
        { name: 'note', label: 'Note', kind: 'line', optional: true },
        { name: 'done', label: 'Done', kind: 'flag' },
      ],
    },
  },
  SIGN_OFF: {
    input: 'signOff',
    fields: [
      { name: 'statement', label: 'I state', kind: 'text', hint: 'In your own words; it is kept with your name.' },
      FROM,
    ],
  },
  EXTERNAL_CHECK: {
    input: 'externalCheck',
    fields: [
      { name: 'name', label: 'Check', kind: 'line' },
      { name: 'passed', label: 'It passed', kind: 'flag' },
      LINK,
      { name: 'checkedAt', label: 'Checked at', kind: 'moment' },
      { name: 'externalId', label: 'Number of the run', kind: 'line', hint: 'The same number is never counted twice.' },
    ],
  },
};
