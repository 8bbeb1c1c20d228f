import type { Instant } from '../basics/instant.js';
import { definitionAt, latestMeasurement } from '../kpis/attainment.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from '../kpis/kpi.js';

/** A KPI as it is defined at an instant, with what it was last measured at by then. */
export interface MeasuredKpi {
  readonly definition: KpiDefinition;
  readonly latest: KpiMeasurement;
}

/** The KPIs that were measured by an instant, as they are known then. */
export const measuredAt = (kpis: readonly KpiFacts[], then: Instant): readonly MeasuredKpi[] =>
  kpis.flatMap((kpi) => {
    const definition = definitionAt(kpi, then);
    const latest = latestMeasurement(kpi, then);
    return definition === null || latest === null ? [] : [{ definition, latest }];
  });

/** When something was recorded of KPIs. */
export const recordedOf = (kpis: readonly KpiFacts[]): readonly Instant[] =>
  kpis.flatMap(({ definitions, measurements }) =>
    [...definitions, ...measurements].map(({ recordedAt }) => recordedAt),
  );
