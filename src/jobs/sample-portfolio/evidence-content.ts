import { addDays } from '../../domain/basics/calendar-date.js';
import { decimal, decimalOf } from '../../domain/basics/decimal.js';
import type {
  ChangePlan,
  EvidenceContent,
  MonitoredSignal,
  MonitoringPlan,
  UxReview,
} from '../../domain/gates/evidence.js';
import type { CriterionDefinition } from '../../domain/gates/gate.js';
import { between, oneOf } from './chance.js';
import { checklistOf, documentOf, FINDINGS, signOffOf } from './evidence-words.js';
import type { SampleInitiative, SampleKpi } from './sample-initiative.js';
import { initiativeOf, type Moment, type Story } from './story.js';

export type Flaw = 'CRITICAL_FINDING' | 'NO_THRESHOLD' | undefined;

const urlOf = (story: Story, what: string): string => `https://docs.sample.example/${initiativeOf(story).key}/${what}`;

/** Believable evidence for a criterion that takes some. Throws for the kinds that are met by facts of another sort. */
export const contentFor = (
  story: Story,
  criterion: CriterionDefinition,
  moment: Moment,
  flaw: Flaw,
): EvidenceContent => {
  const { key, kind } = criterion;
  const effectiveOn = moment.on;
  switch (kind) {
    case 'DOCUMENT':
      return { kind, summary: documentOf(story, criterion), url: urlOf(story, key), effectiveOn };
    case 'SIGN_OFF':
      return { kind, statement: signOffOf(story, criterion), effectiveOn };
    case 'CHECKLIST':
      return { kind, ...checklistOf(story, criterion), effectiveOn };
    case 'UX_REVIEW':
      return uxReview(story, criterion, moment, flaw);
    case 'MONITORING_PLAN':
      return monitoringPlan(story, moment, flaw);
    case 'CHANGE_PLAN':
      return changePlan(story, moment);
    case 'EFFORT_SHARE':
    case 'EXTERNAL_CHECK':
    case 'KPI_ATTAINMENT':
    case 'KPI_CONTRACT':
    case 'TICKETS_DONE':
      throw new Error(`${key} takes no evidence that somebody hands in.`);
  }
};

const uxReview = (story: Story, { key, settings }: CriterionDefinition, { on }: Moment, flaw: Flaw): UxReview => {
  const { chance, sample } = story;
  const participants = Number(settings.minParticipants ?? 5) + between(0, 4, chance);
  const isTest = key === 'ux-review-poc';
  return {
    kind: 'UX_REVIEW',
    summary: `${isTest ? 'Usability test' : 'Field study'} with ${participants} ${sample.users} on ${sample.cases}.`,
    method: isTest ? 'USABILITY_TEST' : 'FIELD_STUDY',
    participants,
    conductedOn: addDays(on, -between(1, 3, chance)),
    susScore: key === 'ux-research' ? null : decimalOf(between(64, 84, chance)),
    taskSuccessPercent: key === 'ux-research' ? null : decimalOf(between(74, 96, chance)),
    findings: [
      { severity: 'MAJOR', title: oneOf(FINDINGS.MAJOR, chance), resolved: chance() < 0.6 },
      { severity: 'MINOR', title: oneOf(FINDINGS.MINOR, chance), resolved: chance() < 0.5 },
      ...(flaw === 'CRITICAL_FINDING'
        ? [{ severity: 'CRITICAL' as const, title: oneOf(FINDINGS.CRITICAL, chance), resolved: false }]
        : []),
    ],
    url: urlOf(story, key),
  };
};

const monitoringPlan = (story: Story, { on }: Moment, flaw: Flaw): MonitoringPlan => {
  const watched = [...story.made.kpis].filter(([kpi]) => kpi.role !== 'LEADING');
  return {
    kind: 'MONITORING_PLAN',
    summary: `Watches ${watched.map(([kpi]) => kpi.name).join(' and ')}, and the drift of the input.`,
    effectiveOn: on,
    signals: [...watched.map(([kpi, id]) => kpiSignal(story, kpi, id)), driftSignal(story, flaw)],
    runbookUrl: urlOf(story, 'runbook'),
    rollbackProcedure: 'Switch the suggestions off in the settings of the team; work goes on by hand within 5 minutes.',
    onCall: 'Service desk, 7 to 19 h on working days',
    reviewCadenceDays: 30,
    url: urlOf(story, 'monitoring-plan'),
  };
};

/** Where a tenth of the way to the target is lost again, or at the limit of a guardrail. */
const thresholdOf = ({ role, target, from }: SampleKpi): string => {
  const places = target.split('.')[1]?.length ?? 0;
  const start = Number(from?.[0] ?? target);
  return role === 'GUARDRAIL' ? target : (Number(target) + (start - Number(target)) * 0.3).toFixed(places);
};

const signal = (name: string, stated: Partial<MonitoredSignal>): MonitoredSignal => ({
  name,
  kind: 'KPI',
  kpiId: null,
  warnAbove: null,
  warnBelow: null,
  breachAbove: null,
  breachBelow: null,
  cadenceHours: 168,
  alertChannel: 'Channel of the team',
  owner: 'Lead of the team',
  ...stated,
});

const kpiSignal = (story: Story, kpi: SampleKpi, kpiId: string): MonitoredSignal => {
  const threshold = decimal(thresholdOf(kpi));
  return signal(kpi.name, {
    kpiId,
    owner: `Lead of the ${story.sample.users}`,
    ...(kpi.direction === 'DECREASE' ? { breachAbove: threshold } : { breachBelow: threshold }),
  });
};

/** What the signal is called that tells how much the input has changed. */
export const driftOf = ({ cases }: SampleInitiative): string => `Drift of ${cases}`;

const driftSignal = ({ sample }: Story, flaw: Flaw): MonitoredSignal =>
  signal(driftOf(sample), {
    kind: 'DRIFT',
    ...(flaw === 'NO_THRESHOLD' ? {} : { warnAbove: decimal('0.1'), breachAbove: decimal('0.2') }),
  });

const changePlan = (story: Story, { on }: Moment): ChangePlan => {
  const { sample, chance } = story;
  const people = between(3, 24, chance) * 10;
  return {
    kind: 'CHANGE_PLAN',
    summary: `${people} ${sample.users} are trained and have a mentor in each team.`,
    effectiveOn: on,
    groups: [
      {
        name: sample.users,
        people,
        impact: `Check suggestions on ${sample.cases} instead of beginning from nothing.`,
        training: 'Two hours, in groups of eight',
      },
      {
        name: 'team leads',
        people: Math.ceil(people / 12),
        impact: 'Lead by quality, not by number of cases.',
        training: 'Half a day',
      },
    ],
    communications: 'Announced by the head of the unit; a page with questions and answers; a weekly open hour.',
    supportContact: 'Mentor of the team, then the service desk',
    adoptionTargetPercent: decimal('80'),
    adoptionTargetDate: addDays(on, 150),
    changeOwner: `Change lead, ${initiativeOf(story).businessUnit ?? sample.users}`,
    url: urlOf(story, 'change-plan'),
  };
};
