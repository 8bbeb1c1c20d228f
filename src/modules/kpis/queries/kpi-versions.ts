import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { baselineFrozenAt, isAfterFreeze } from '../../../domain/kpis/freeze.js';
import type { KpiDefinition } from '../../../domain/kpis/kpi.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { DEFINITION_COLUMNS, definitionIn, type DefinitionRow } from './kpis.js';

/** One version of a KPI with who made it and why, and where it stands to the freeze of baselines (law 7). */
export interface KpiVersion extends KpiDefinition {
  readonly kpiId: string;
  readonly recordedById: string;
  /** Null for the first version. */
  readonly reason: string | null;
  readonly isAfterFreeze: boolean;
  /** Null while its baseline is not frozen. */
  readonly baselineFrozenAt: Instant | null;
}

interface Row extends DefinitionRow {
  readonly recordedById: string;
  readonly reason: string | null;
  readonly frozenSince: Instant | null;
}

// The freeze has no record of its own: it is the first decision by which a stage of category POC was left for the next.
const VERSIONS = `
  SELECT ${DEFINITION_COLUMNS}, d.recorded_by AS "recordedById", d.reason, f.since AS "frozenSince"
  FROM kpi k
  JOIN kpi_definition d ON d.kpi_id = k.id
  CROSS JOIN LATERAL (
    SELECT min(g.decided_at) AS since FROM gate_decision g
    JOIN template_stage s ON s.template_id = g.template_id AND s.key = g.from_stage_key
    WHERE g.initiative_id = k.initiative_id AND g.outcome IN ('GO', 'CONDITIONAL_GO') AND s.category = 'POC'
  ) f
  WHERE k.id = ANY($1) ORDER BY k.id, d.version`;

@Injectable()
export class KpiVersions {
  constructor(private readonly database: Database) {}

  /** All versions of a KPI, the first one first. */
  readonly ofKpi = loader<string, readonly KpiVersion[]>(
    async (kpiIds) => {
      const rows = groupBy(await this.database.rows<Row>(VERSIONS, [kpiIds]), (row) => row.id);
      return new Map([...rows].map(([kpiId, own]) => [kpiId, versionsIn(own)]));
    },
    () => [],
  );
}

const versionsIn = (rows: readonly Row[]): readonly KpiVersion[] => {
  const definitions = rows.map(definitionIn);
  return rows.map((row) => {
    const definition = definitionIn(row);
    return {
      ...definition,
      kpiId: row.id,
      recordedById: row.recordedById,
      reason: row.reason,
      isAfterFreeze: isAfterFreeze(definition, row.frozenSince),
      baselineFrozenAt: baselineFrozenAt(definitions, definition, row.frozenSince),
    };
  });
};
