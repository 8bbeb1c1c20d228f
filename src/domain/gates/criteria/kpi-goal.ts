import type { KpiDefinition } from '../../kpis/kpi.js';
import { measured } from './wording.js';

/** What a KPI is held to is called by its role and direction: a range, a guardrail's limit, or a target. */
export const goalNoun = ({ role, direction }: KpiDefinition): 'range' | 'limit' | 'target' => {
  if (direction === 'RANGE') {
    return 'range';
  }
  return role === 'GUARDRAIL' ? 'limit' : 'target';
};

/** The goal of a KPI in words, `limit of 4.0 %` or `range of 1 to 3 s`; null where it has none (a range needs both ends). */
export const goalOf = (definition: KpiDefinition): string | null => {
  const { direction, target, rangeLow, rangeHigh, unit } = definition;
  const noun = goalNoun(definition);
  if (direction === 'RANGE') {
    return rangeLow === null || rangeHigh === null ? null : `${noun} of ${rangeLow} to ${measured(rangeHigh, unit)}`;
  }
  return target === null ? null : `${noun} of ${measured(target, unit)}`;
};
