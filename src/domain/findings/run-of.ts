import type { Instant } from '../basics/instant.js';
import { definitionAt } from '../kpis/attainment.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from '../kpis/kpi.js';

/** A KPI of which something holds, and since when. */
export interface Run {
  readonly definition: KpiDefinition;
  readonly latest: KpiMeasurement;
  readonly since: Instant;
}

const order = ({ measuredOn, recordedAt }: KpiMeasurement): string => `${measuredOn} ${recordedAt}`;

/**
 * What holds of the latest measurement of a KPI holds since the first of the measurements in a row of which it holds, or
 * since the definition in force was recorded, if that was later. Null where it does not hold of the latest, or where there
 * is none. Measurements recorded after `at` are unknown.
 */
export const runOf = (
  kpi: KpiFacts,
  at: Instant,
  holds: (definition: KpiDefinition, measurement: KpiMeasurement) => boolean,
): Run | null => {
  const definition = definitionAt(kpi, at);
  if (definition === null) {
    return null;
  }
  // Of two recorded at once the last one counts, as everywhere.
  const newestFirst = kpi.measurements
    .filter(({ recordedAt }) => recordedAt <= at)
    .toSorted((a, b) => order(a).localeCompare(order(b)))
    .toReversed();
  const end = newestFirst.findIndex((measurement) => !holds(definition, measurement));
  const run = end === -1 ? newestFirst : newestFirst.slice(0, end);
  const [latest] = run;
  if (!latest) {
    return null;
  }
  const recorded = run.map(({ recordedAt }) => recordedAt).reduce((first, next) => (next < first ? next : first));
  return { definition, latest, since: recorded > definition.recordedAt ? recorded : definition.recordedAt };
};
