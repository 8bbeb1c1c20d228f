import { daysBetween } from '../../basics/calendar-date.js';
import { decimal, HUNDRED } from '../../basics/decimal.js';
import { compareRatio } from '../../basics/ratio.js';
import type { CriterionSettings } from '../criterion-settings.js';
import type { CriterionStatus } from '../gate.js';
import type { KnownFacts, KnownKpi } from '../known-facts.js';
import { attainmentOf, attainmentPercent, isBreached } from '../../kpis/attainment.js';
import type { KpiDefinition, KpiMeasurement } from '../../kpis/kpi.js';
import type { Assessor } from './assessor.js';
import { goalNoun, goalOf } from './kpi-goal.js';
import { listed, measured, percentUnder, sentence } from './wording.js';

const ONE = decimal('1');

/** What is worst comes first: a miss is known, a gap may hide one, and an old measurement was good once. */
const WORST_FIRST = ['NOT_MET', 'MISSING', 'STALE'] as const satisfies readonly CriterionStatus[];

interface Problem {
  readonly status: (typeof WORST_FIRST)[number];
  readonly what: string;
  readonly better: string;
  /** What clears it is seen only once it is measured and recorded. */
  readonly isToMeasure: boolean;
}

const RECORDS = 'a program manager or an integration can record what was measured';

const breach = (definition: KpiDefinition, { value }: KpiMeasurement, goal: string): Problem => {
  const { name, direction, unit } = definition;
  const side = direction === 'RANGE' ? 'outside' : direction === 'DECREASE' ? 'over' : 'under';
  return {
    status: 'NOT_MET',
    what: `${name} is ${measured(value, unit)}, ${side} its ${goal}`,
    better: `bring ${name} ${direction === 'RANGE' ? 'back into' : 'back to'} its ${goal}`,
    isToMeasure: true,
  };
};

/** A primary KPI with a range has no attainment; being within the range is its target. */
const attainmentProblem = (definition: KpiDefinition, latest: KpiMeasurement, goal: string): readonly Problem[] => {
  const { name, baseline, direction, unit } = definition;
  if (direction === 'RANGE') {
    return [];
  }
  const attainment = attainmentOf(definition, latest);
  if (attainment === null) {
    const flaw = baseline === null ? 'no baseline' : 'a target equal to its baseline';
    return [
      {
        status: 'NOT_MET',
        what: `${name} has ${flaw}, so it has no attainment`,
        better: `a program manager can give ${name} a baseline and a target apart from it`,
        isToMeasure: false,
      },
    ];
  }
  if (compareRatio(attainment.numerator, attainment.denominator, HUNDRED, ONE) >= 0) {
    return [];
  }
  return [
    {
      status: 'NOT_MET',
      what: `${name} is ${measured(latest.value, unit)}, ${percentUnder(attainment, HUNDRED)} % of the way to its ${goal}`,
      better: `bring ${name} to its ${goal}`,
      isToMeasure: true,
    },
  ];
};

const measurementProblems = (
  { name }: KpiDefinition,
  { measuredOn, sampleSize }: KpiMeasurement,
  { maxAgeDays, minSample }: CriterionSettings['KPI_ATTAINMENT'],
  known: KnownFacts,
): readonly Problem[] => {
  const age = daysBetween(measuredOn, known.today);
  const tooSmall: Problem = {
    status: 'NOT_MET',
    what: `the latest measurement of ${name} has ${sampleSize === null ? 'no sample size' : `a sample of ${sampleSize}`}, and at least ${String(minSample)} is asked for`,
    better: `measure ${name} on a sample of at least ${String(minSample)}`,
    isToMeasure: true,
  };
  const tooOld: Problem = {
    status: 'STALE',
    what: `the latest measurement of ${name} is ${age} days old, and at most ${maxAgeDays} are allowed`,
    better: `measure ${name} again`,
    isToMeasure: true,
  };
  return [
    ...(minSample !== null && (sampleSize ?? 0) < minSample ? [tooSmall] : []),
    ...(age > maxAgeDays ? [tooOld] : []),
  ];
};

const problemsOf = (
  { definition, latest }: KnownKpi,
  settings: CriterionSettings['KPI_ATTAINMENT'],
  known: KnownFacts,
): readonly Problem[] => {
  const { name, role } = definition;
  const goal = goalOf(definition);
  if (goal === null) {
    return [
      {
        status: 'NOT_MET',
        what: `${name} has no ${goalNoun(definition)}`,
        better: `a program manager can give ${name} a ${goalNoun(definition)}`,
        isToMeasure: false,
      },
    ];
  }
  if (latest === null) {
    return [{ status: 'MISSING', what: `${name} was never measured`, better: `measure ${name}`, isToMeasure: true }];
  }
  return [
    ...(isBreached(definition, latest) ? [breach(definition, latest, goal)] : []),
    ...(role === 'PRIMARY' ? attainmentProblem(definition, latest, goal) : []),
    ...measurementProblems(definition, latest, settings, known),
  ];
};

/** One sentence: what is to be done to each KPI, and once who can record it. */
const remedyFor = (problems: readonly Problem[]): string => {
  const toMeasure = problems.filter(({ isToMeasure }) => isToMeasure).map(({ better }) => better);
  const toDefine = problems.filter(({ isToMeasure }) => !isToMeasure).map(({ better }) => better);
  return sentence([...toDefine, ...(toMeasure.length === 0 ? [] : [`${listed(toMeasure)}, then ${RECORDS}`])]);
};

const achieved = ({ definition, latest }: KnownKpi): string => {
  const percent = attainmentPercent(definition, latest);
  return percent === null
    ? `${definition.name} within its ${goalNoun(definition)}`
    : `${definition.name} at ${percent} %`;
};

/**
 * KPIs are attained when every primary one is at 100 percent or more (or within its range), no guardrail is breached, and
 * each of them was measured at most `maxAgeDays` ago, on a sample of at least `minSample` where that is set (law 5). Exact
 * values are compared. All is well but the age: STALE. Never measured, or no primary KPI at all: MISSING. Else NOT_MET.
 */
export const assessKpiAttainment: Assessor<'KPI_ATTAINMENT'> = ({ settings, known }) => {
  const kpis = known.kpis.filter(({ definition }) => definition.role !== 'LEADING');
  if (!kpis.some(({ definition }) => definition.role === 'PRIMARY')) {
    const remedy = 'A program manager can define a primary KPI with baseline and target.';
    return { status: 'MISSING', reason: 'No primary KPI is defined.', remedy, evidenceId: null };
  }
  const problems = kpis.flatMap((kpi) => problemsOf(kpi, settings, known));
  const worst = WORST_FIRST.find((status) => problems.some((problem) => problem.status === status));
  return worst === undefined
    ? { status: 'MET', reason: `Attained: ${listed(kpis.map(achieved))}.`, remedy: null, evidenceId: null }
    : {
        status: worst,
        reason: sentence(problems.map(({ what }) => what)),
        remedy: remedyFor(problems),
        evidenceId: null,
      };
};
