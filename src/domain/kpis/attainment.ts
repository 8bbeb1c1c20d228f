import { compare, HUNDRED, multiply, subtract, type Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { ratioOf, roundRatio, type Ratio } from '../basics/ratio.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from './kpi.js';

/** The definition in force at an instant is the newest one recorded by then; null where the KPI was not defined yet. */
export const definitionAt = (kpi: KpiFacts, at: Instant): KpiDefinition | null =>
  kpi.definitions.findLast((definition) => definition.recordedAt <= at) ?? null;

/**
 * The latest measurement at an instant is the one measured last among those recorded by then; of two measured on the same
 * day, the one recorded later, and of two recorded at once the one that stands last. Null where nothing was recorded yet.
 */
export const latestMeasurement = (kpi: KpiFacts, at: Instant): KpiMeasurement | null =>
  kpi.measurements
    .filter((measurement) => measurement.recordedAt <= at)
    .reduce<KpiMeasurement | null>(
      (latest, next) => (latest === null || isNoOlder(next, latest) ? next : latest),
      null,
    );

const isNoOlder = (a: KpiMeasurement, b: KpiMeasurement): boolean =>
  a.measuredOn > b.measuredOn || (a.measuredOn === b.measuredOn && a.recordedAt >= b.recordedAt);

/**
 * Attainment is how much of the way from the baseline to the target is done, in percent and exact (law 6): 100 at the
 * target, more beyond it, negative where it went the wrong way. Null for a guardrail and for a range, which have no way to
 * go; without baseline, target or measurement; and where the target is the baseline.
 */
export const attainmentOf = (definition: KpiDefinition, latest: KpiMeasurement | null): Ratio | null => {
  const { role, direction, baseline, target } = definition;
  if (role === 'GUARDRAIL' || direction === 'RANGE' || baseline === null || target === null || latest === null) {
    return null;
  }
  return ratioOf(multiply(subtract(latest.value, baseline.value), HUNDRED), subtract(target, baseline.value));
};

/** Attainment as it is shown: percent, rounded half-up to one decimal. Null where there is no attainment. */
export const attainmentPercent = (definition: KpiDefinition, latest: KpiMeasurement | null): Decimal | null => {
  const attainment = attainmentOf(definition, latest);
  return attainment === null ? null : roundRatio(attainment, 1);
};

/**
 * A guardrail to decrease is breached above its limit and one to increase below it; anything with a range is breached
 * outside of it. On the limit it holds. What was never measured, or has no limit, is not breached.
 */
export const isBreached = (definition: KpiDefinition, latest: KpiMeasurement | null): boolean => {
  if (latest === null) {
    return false;
  }
  const { role, direction, target, rangeLow, rangeHigh } = definition;
  if (direction === 'RANGE') {
    return isBelow(latest.value, rangeLow) || isAbove(latest.value, rangeHigh);
  }
  if (role !== 'GUARDRAIL') {
    return false;
  }
  return direction === 'DECREASE' ? isAbove(latest.value, target) : isBelow(latest.value, target);
};

const isAbove = (value: Decimal, limit: Decimal | null): boolean => limit !== null && compare(value, limit) > 0;

const isBelow = (value: Decimal, limit: Decimal | null): boolean => limit !== null && compare(value, limit) < 0;
