import type { Decimal } from '../basics/decimal.js';
import type { StageDefinition } from '../gates/gate.js';
import { percentOfCount } from './percent.js';

/** Distinct initiatives that entered a stage in a period, and what had become of them by its end. */
export interface Cohort {
  readonly stageKey: string;
  readonly entered: number;
  /** Reached a later stage since they entered, whatever became of them there. */
  readonly advanced: number;
  /** KILLED or RETIRED, and not advanced. */
  readonly stopped: number;
}

export interface FunnelStage extends Omit<Cohort, 'stageKey'> {
  readonly stage: StageDefinition;
  /** All others: in the stage still, on hold, or sent back. */
  readonly remaining: number;
  /** Advanced of those entered, in percent with one decimal; null where nobody entered. */
  readonly conversionPercent: Decimal | null;
}

export interface FunnelFigures {
  /** A row for each stage, in the template's order. */
  readonly stages: readonly FunnelStage[];
  readonly endToEndPercent: Decimal | null;
}

/**
 * The funnel of the stages of a template. Every stage has a cohort of its own: who entered it in the period, once, however
 * often, so entered = advanced + stopped + remaining. `conversionPercent` is advanced of entered; in the last stage, after
 * which there is none, it is 0.0 once somebody entered.
 *
 * `endToEndPercent` is how many entered the first PRODUCTION stage of how many entered the first stage, as the rows say: two
 * cohorts of one period and not one cohort followed, so it is over 100 while more arrive than begin. One decimal; null
 * where nobody entered the first stage, and for a template without PRODUCTION.
 */
export const funnelOf = (stages: readonly StageDefinition[], cohorts: readonly Cohort[]): FunnelFigures => {
  const known = new Map(cohorts.map((cohort) => [cohort.stageKey, cohort]));
  const rows = stages.map((stage): FunnelStage => {
    const { entered, advanced, stopped } = known.get(stage.key) ?? { entered: 0, advanced: 0, stopped: 0 };
    const remaining = entered - advanced - stopped;
    return { stage, entered, advanced, stopped, remaining, conversionPercent: percentOfCount(advanced, entered) };
  });
  const [first] = rows;
  const goal = rows.find(({ stage }) => stage.category === 'PRODUCTION');
  return { stages: rows, endToEndPercent: first && goal ? percentOfCount(goal.entered, first.entered) : null };
};
