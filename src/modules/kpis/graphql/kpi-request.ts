import type { KpiRequest } from '../commands/define-kpi.js';
import type { KpiDefineInput } from './kpi.inputs.js';

/** The definition in an input: what was left out is null. */
export const requestIn = (input: KpiDefineInput): KpiRequest => {
  const { name, unit, role, class: kpiClass, direction, dataSource, ownerId = null } = input;
  const { baselineValue = null, baselineMeasuredOn = null, baselineSampleSize = null } = input;
  const { target = null, rangeLow = null, rangeHigh = null, targetDate = null } = input;
  return {
    ...{ name, unit, role, class: kpiClass, direction, dataSource, ownerId },
    ...{ baselineValue, baselineMeasuredOn, baselineSampleSize },
    ...{ target, rangeLow, rangeHigh, targetDate },
  };
};
