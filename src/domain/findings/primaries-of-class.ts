import type { Instant } from '../basics/instant.js';
import type { KpiClass, KpiDefinition } from '../kpis/kpi.js';
import type { FindingScene } from './finding.js';
import { heldSince } from './held-since.js';
import { inForce, revisions } from './kpis-in-force.js';

/** The primary KPIs of an initiative, all of one class, and since when there are some and all of them are. */
export interface OneSided {
  readonly primaries: readonly KpiDefinition[];
  readonly since: Instant;
}

/** Null where there is no primary KPI, or one of another class. */
export const onlyOfClass = ({ kpis, at }: FindingScene, of: KpiClass): OneSided | null => {
  const since = heldSince(revisions(kpis), at, (then) => {
    const primaries = inForce(kpis, 'PRIMARY', then);
    return primaries.length > 0 && primaries.every((primary) => primary.class === of);
  });
  return since === null ? null : { primaries: inForce(kpis, 'PRIMARY', at), since };
};

/** Primary KPIs as facts. */
export const primaryFacts = (primaries: readonly KpiDefinition[]): readonly Record<string, unknown>[] =>
  primaries.map(({ name, class: of }) => ({ name, class: of }));
