import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { attainmentPercent, isBreached } from '../../../domain/kpis/attainment.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from '../../../domain/kpis/kpi.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';

/** A KPI as it stands: its newest definition, its latest measurement, and what the two make of each other. */
export interface Kpi extends KpiDefinition {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly latest: KpiMeasurement | null;
  readonly attainmentPercent: Decimal | null;
  readonly breached: boolean;
}

export interface DefinitionRow extends Omit<KpiDefinition, 'baseline'> {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly baselineValue: Decimal | null;
  readonly baselineMeasuredOn: CalendarDate | null;
  readonly baselineSampleSize: number | null;
}

export interface StandingRow extends DefinitionRow {
  readonly latestValue: Decimal | null;
  readonly latestMeasuredOn: CalendarDate;
  readonly latestSampleSize: number | null;
  readonly latestSource: string;
  readonly latestRecordedAt: KpiMeasurement['recordedAt'];
}

type MeasurementRow = KpiMeasurement & { readonly kpiId: string };

export const DEFINITION_COLUMNS = `
  k.id, k.portfolio_id AS "portfolioId", k.initiative_id AS "initiativeId", d.version, d.recorded_at AS "recordedAt", d.name, d.unit, d.role,
  d.class, d.direction, d.data_source AS "dataSource", d.owner_id AS "ownerId", d.baseline_value AS "baselineValue",
  d.baseline_measured_on AS "baselineMeasuredOn", d.baseline_sample_size AS "baselineSampleSize", d.target, d.range_low AS "rangeLow",
  d.range_high AS "rangeHigh", d.target_date AS "targetDate"`;

// Which measurement is the latest is said by src/domain/kpis/attainment.ts; of what was recorded at once, ids keep the order.
const standing = (ofDefinitions: string, ofMeasurements: string): string => `
  SELECT ${DEFINITION_COLUMNS}, m.value AS "latestValue", m.measured_on AS "latestMeasuredOn", m.sample_size AS "latestSampleSize",
    m.source AS "latestSource", m.recorded_at AS "latestRecordedAt"
  FROM kpi k
  JOIN LATERAL (SELECT * FROM kpi_definition d WHERE d.kpi_id = k.id ${ofDefinitions} ORDER BY d.version DESC LIMIT 1) d ON true
  LEFT JOIN LATERAL (
    SELECT value, measured_on, sample_size, source, recorded_at FROM kpi_measurement m
    WHERE m.kpi_id = k.id ${ofMeasurements} ORDER BY m.measured_on DESC, m.recorded_at DESC, m.id DESC LIMIT 1
  ) m ON true`;

export const STANDING = standing('', '');

const IDS = 'SELECT id FROM kpi WHERE initiative_id = $1';
const STANDING_OF_INITIATIVES = `${STANDING} WHERE k.initiative_id = ANY($1) ORDER BY k.id`;
const STANDING_BY_IDS = `${STANDING} WHERE k.id = ANY($1)`;

const DEFINITIONS_OF_INITIATIVES = `
  SELECT ${DEFINITION_COLUMNS} FROM kpi k JOIN kpi_definition d ON d.kpi_id = k.id
  WHERE k.initiative_id = ANY($1) ORDER BY k.id, d.version`;

const MEASUREMENTS_OF_INITIATIVES = `
  SELECT m.kpi_id AS "kpiId", m.value, m.measured_on AS "measuredOn", m.sample_size AS "sampleSize", m.source, m.recorded_at AS "recordedAt"
  FROM kpi k JOIN kpi_measurement m ON m.kpi_id = k.id
  WHERE k.initiative_id = ANY($1) ORDER BY m.kpi_id, m.measured_on, m.recorded_at, m.id`;

const AS_KNOWN = `
  ${standing('AND d.recorded_at <= $2', 'AND m.recorded_at <= $2')} WHERE k.initiative_id = ANY($1) ORDER BY k.id`;

@Injectable()
export class Kpis {
  constructor(private readonly database: Database) {}

  /** The KPIs of an initiative as they stand, in the order they were defined in. */
  readonly ofInitiative = loader<string, readonly Kpi[]>(
    async (ids) => groupBy(await this.standing(STANDING_OF_INITIATIVES, ids), (kpi) => kpi.initiativeId),
    () => [],
  );

  readonly byId = loader<string, Kpi | null>(
    async (ids) => new Map((await this.byIds(ids)).map((kpi) => [kpi.id, kpi])),
    () => null,
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Kpi[]> {
    return this.standing(STANDING_BY_IDS, ids.filter(isId), tx);
  }

  /** The ids of the KPIs of an initiative. */
  async idsOf(initiativeId: string, tx?: Tx): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(IDS, [initiativeId], tx)).map((kpi) => kpi.id);
  }

  /** The whole recorded history of the KPIs of many initiatives, by initiative; every initiative asked for has an entry. */
  async factsOf(initiativeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly KpiFacts[]>> {
    const definitions = await this.database.rows<DefinitionRow>(DEFINITIONS_OF_INITIATIVES, [initiativeIds], tx);
    const rows = await this.database.rows<MeasurementRow>(MEASUREMENTS_OF_INITIATIVES, [initiativeIds], tx);
    const measurements = groupBy(rows, (row) => row.kpiId);
    const kpis = [...groupBy(definitions, (row) => row.id)].map(([id, versions]) => ({
      initiativeId: versions[0]?.initiativeId,
      facts: { id, definitions: versions.map(definitionIn), measurements: measurements.get(id) ?? [] },
    }));
    const byInitiative = groupBy(kpis, (kpi) => kpi.initiativeId);
    return new Map(initiativeIds.map((id) => [id, (byInitiative.get(id) ?? []).map((kpi) => kpi.facts)]));
  }

  /** What assessments as of an instant look at: the definition in force and the latest measurement. */
  async factsAt(initiativeIds: readonly string[], at: Instant): Promise<ReadonlyMap<string, readonly KpiFacts[]>> {
    const rows = groupBy(
      await this.database.rows<StandingRow>(AS_KNOWN, [initiativeIds, at]),
      (row) => row.initiativeId,
    );
    return new Map([...rows].map(([id, own]) => [id, own.map(standingFactsIn)]));
  }

  private async standing(sql: string, ids: readonly string[], tx?: Tx): Promise<readonly Kpi[]> {
    return (await this.database.rows<StandingRow>(sql, [ids], tx)).map(kpiIn);
  }
}

export const definitionIn = (row: DefinitionRow): KpiDefinition => ({
  version: row.version,
  recordedAt: row.recordedAt,
  name: row.name,
  unit: row.unit,
  role: row.role,
  class: row.class,
  direction: row.direction,
  dataSource: row.dataSource,
  ownerId: row.ownerId,
  baseline:
    row.baselineValue !== null && row.baselineMeasuredOn !== null
      ? { value: row.baselineValue, measuredOn: row.baselineMeasuredOn, sampleSize: row.baselineSampleSize }
      : null,
  target: row.target,
  rangeLow: row.rangeLow,
  rangeHigh: row.rangeHigh,
  targetDate: row.targetDate,
});

const latestIn = (row: StandingRow): KpiMeasurement | null =>
  row.latestValue === null
    ? null
    : {
        value: row.latestValue,
        measuredOn: row.latestMeasuredOn,
        sampleSize: row.latestSampleSize,
        source: row.latestSource,
        recordedAt: row.latestRecordedAt,
      };

const standingFactsIn = (row: StandingRow): KpiFacts => {
  const latest = latestIn(row);
  return { id: row.id, definitions: [definitionIn(row)], measurements: latest === null ? [] : [latest] };
};

export const kpiIn = (row: StandingRow): Kpi => {
  const definition = definitionIn(row);
  const latest = latestIn(row);
  return {
    ...definition,
    id: row.id,
    portfolioId: row.portfolioId,
    initiativeId: row.initiativeId,
    latest,
    attainmentPercent: attainmentPercent(definition, latest),
    breached: isBreached(definition, latest),
  };
};
