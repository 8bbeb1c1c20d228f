import type { CalendarDate } from '../../basics/calendar-date.js';
import type { KpiDefinition } from '../../kpis/kpi.js';
import type { Assessor } from './assessor.js';
import { goalNoun, goalOf } from './kpi-goal.js';
import { listed, sentence } from './wording.js';

const lacksOf = (definition: KpiDefinition, needsDate: boolean): readonly string[] => [
  ...(goalOf(definition) === null ? [`no ${goalNoun(definition)}`] : []),
  ...(needsDate && definition.targetDate === null ? ['no target date'] : []),
];

/** One complete KPI is enough; where there is none, what each of them lacks is said. */
const unlessOneComplete = (kpis: readonly KpiDefinition[], needsDate: boolean, none: string): readonly string[] => {
  if (kpis.some((kpi) => lacksOf(kpi, needsDate).length === 0)) {
    return [];
  }
  return kpis.length === 0 ? [none] : kpis.map((kpi) => `${kpi.name} has ${listed(lacksOf(kpi, needsDate))}`);
};

/** Baselines have a date and no time of day: one of the very day the pilot began does not show that it was taken before. */
const baselineProblem = ({ name, baseline }: KpiDefinition, pilotEnteredOn: CalendarDate | null): readonly string[] => {
  if (baseline === null) {
    return [`${name} has no baseline`];
  }
  return pilotEnteredOn !== null && baseline.measuredOn >= pilotEnteredOn
    ? [
        `the baseline of ${name} was measured on ${baseline.measuredOn}, not before the pilot began on ${pilotEnteredOn}`,
      ]
    : [];
};

/**
 * A KPI contract holds when at least one primary KPI of class BUSINESS has a target (or a range) and a target date, at
 * least one guardrail has a limit, and, where the settings ask for it, every primary KPI has a baseline measured on a day
 * before a stage of category PILOT was first entered (law 5). Without any KPI: MISSING.
 */
export const assessKpiContract: Assessor<'KPI_CONTRACT'> = ({ settings, known }) => {
  const kpis = known.kpis.map(({ definition }) => definition);
  const primaries = kpis.filter(({ role }) => role === 'PRIMARY');
  const business = primaries.filter((kpi) => kpi.class === 'BUSINESS');
  const guardrails = kpis.filter(({ role }) => role === 'GUARDRAIL');
  const wanted = `a primary business KPI with target and date${settings.requireBaseline ? ', its baseline from before the pilot,' : ''} and a guardrail with a limit`;
  const remedy = `A program manager can define or revise the KPIs: ${wanted} are needed.`;
  if (kpis.length === 0) {
    return { status: 'MISSING', reason: 'No KPI is defined.', remedy, evidenceId: null };
  }

  const problems = [
    ...unlessOneComplete(business, true, 'no primary KPI of class BUSINESS is defined'),
    ...unlessOneComplete(guardrails, false, 'no guardrail is defined'),
    ...(settings.requireBaseline ? primaries.flatMap((kpi) => baselineProblem(kpi, known.pilotEnteredOn)) : []),
  ];
  if (problems.length > 0) {
    return { status: 'NOT_MET', reason: sentence(problems), remedy, evidenceId: null };
  }
  const stands = [...business, ...guardrails].flatMap((kpi) => {
    const goal = goalOf(kpi);
    return goal === null ? [] : [`${kpi.name} (${goal})`];
  });
  return { status: 'MET', reason: `The contract stands on ${listed(stands)}.`, remedy: null, evidenceId: null };
};
