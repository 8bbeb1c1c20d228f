import type { Instant } from '../basics/instant.js';
import { definitionAt } from '../kpis/attainment.js';
import type { KpiDefinition, KpiFacts, KpiRole } from '../kpis/kpi.js';

/** The definitions in force at an instant of the KPIs of a role. */
export const inForce = (kpis: readonly KpiFacts[], role: KpiRole, then: Instant): readonly KpiDefinition[] =>
  kpis.flatMap((kpi) => definitionAt(kpi, then) ?? []).filter((definition) => definition.role === role);

/** When something was said of what the KPIs are. */
export const revisions = (kpis: readonly KpiFacts[]): readonly Instant[] =>
  kpis.flatMap(({ definitions }) => definitions.map(({ recordedAt }) => recordedAt));
