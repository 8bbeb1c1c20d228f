import type { Instant } from '../../../domain/basics/instant.js';
import type { KpiTerms } from '../../../domain/kpis/revise.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { KpiDefinitionEntity } from './kpi-definition.entity.js';

export interface NewDefinition {
  readonly kpiId: string;
  readonly portfolioId: string;
  readonly version: number;
  readonly terms: KpiTerms;
  /** Null for version 1 only. */
  readonly reason: string | null;
}

/** Appends a version of a KPI; the one before it stays. */
export const insertDefinition = async (
  tx: Tx,
  { kpiId, portfolioId, version, terms, reason }: NewDefinition,
  stamp: { readonly at: Instant; readonly by: string },
): Promise<void> => {
  await tx.manager.insert(KpiDefinitionEntity, {
    ...terms,
    kpiId,
    portfolioId,
    version,
    reason,
    recordedAt: stamp.at,
    recordedBy: stamp.by,
  });
};
