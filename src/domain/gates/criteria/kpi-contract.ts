import type { CalendarDate } from '../../basics/calendar-date.js';
import type { KpiDefinition } from '../../kpis/kpi.js';
import type { Assessor } from './assessor.js';
import { goalNoun, goalOf } from './kpi-goal.js';
import { listed, sentence } from './wording.js';

/** What a definition does not have, as nouns. */
const lacksOf = (definition: KpiDefinition, needsDate: boolean): readonly string[] => [
  ...(goalOf(definition) === null ? [goalNoun(definition)] : []),
  ...(needsDate && definition.targetDate === null ? ['target date'] : []),
];

/** One thing the contract lacks: what is so, and what a program manager can do about it. */
interface Gap {
  readonly what: string;
  readonly better: string;
}

/** One complete KPI is enough; where there is none, what each of them lacks is said. */
const unlessOneComplete = (kpis: readonly KpiDefinition[], needsDate: boolean, none: Gap): readonly Gap[] => {
  if (kpis.some((kpi) => lacksOf(kpi, needsDate).length === 0)) {
    return [];
  }
  return kpis.length === 0
    ? [none]
    : kpis.map((kpi) => {
        const lacks = lacksOf(kpi, needsDate);
        return {
          what: `${kpi.name} has ${listed(lacks.map((lack) => `no ${lack}`))}`,
          better: `revise ${kpi.name} with ${listed(lacks.map((lack) => `a ${lack}`))}`,
        };
      });
};

/** Baselines have a date and no time of day: one of the very day the pilot began does not show that it was taken before. */
const baselineGap = ({ name, baseline }: KpiDefinition, pilotEnteredOn: CalendarDate | null): readonly Gap[] => {
  if (baseline === null) {
    return [{ what: `${name} has no baseline`, better: `revise ${name} with the baseline that was measured` }];
  }
  return pilotEnteredOn !== null && baseline.measuredOn >= pilotEnteredOn
    ? [
        {
          what: `the baseline of ${name} was measured on ${baseline.measuredOn}, not before the pilot began on ${pilotEnteredOn}`,
          better: `revise ${name} with a baseline measured before ${pilotEnteredOn}`,
        },
      ]
    : [];
};

const noBusiness = (needsBaseline: boolean): Gap => ({
  what: 'no primary KPI of class BUSINESS is defined',
  better: `define a primary KPI of class BUSINESS with target${needsBaseline ? ', date and a baseline from before the pilot' : ' and date'}`,
});
const NO_GUARDRAIL: Gap = { what: 'no guardrail is defined', better: 'define a guardrail with a limit' };

const remedyFor = (gaps: readonly Gap[]): string =>
  `A program manager can ${listed(gaps.map(({ better }) => better))}.`;

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
  if (kpis.length === 0) {
    const remedy = remedyFor([noBusiness(settings.requireBaseline), NO_GUARDRAIL]);
    return { status: 'MISSING', reason: 'No KPI is defined.', remedy, evidenceId: null };
  }

  const gaps = [
    ...unlessOneComplete(business, true, noBusiness(settings.requireBaseline)),
    ...unlessOneComplete(guardrails, false, NO_GUARDRAIL),
    ...(settings.requireBaseline ? primaries.flatMap((kpi) => baselineGap(kpi, known.pilotEnteredOn)) : []),
  ];
  if (gaps.length > 0) {
    const reason = sentence(gaps.map(({ what }) => what));
    return { status: 'NOT_MET', reason, remedy: remedyFor(gaps), evidenceId: null };
  }
  const stands = [...business, ...guardrails].flatMap((kpi) => {
    const goal = goalOf(kpi);
    return goal === null ? [] : [`${kpi.name} (${goal})`];
  });
  return { status: 'MET', reason: `The contract stands on ${listed(stands)}.`, remedy: null, evidenceId: null };
};
