import type { Instant } from '../../../domain/basics/instant.js';
import type { MeasurementStatement } from '../../../domain/kpis/check-measurements.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface NewMeasurement extends MeasurementStatement {
  readonly id: string;
  readonly portfolioId: string;
}

// In the order of their key, so that two batches that share keys wait for each other instead of locking each other out.
const INSERT = `
  INSERT INTO kpi_measurement (id, kpi_id, portfolio_id, value, measured_on, sample_size, source, external_id, recorded_at, recorded_by)
  SELECT r.id, r.kpi_id, r.portfolio_id, r.value, r.measured_on, r.sample_size, r.source, r.external_id, $9, $10
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[], $5::date[], $6::integer[], $7::text[], $8::text[])
    AS r (id, kpi_id, portfolio_id, value, measured_on, sample_size, source, external_id)
  ORDER BY r.portfolio_id, r.source, r.external_id, r.id
  ON CONFLICT (portfolio_id, source, external_id) WHERE external_id IS NOT NULL DO NOTHING
  RETURNING id`;

const EXISTING = `
  SELECT m.portfolio_id AS "portfolioId", m.kpi_id AS "kpiId", m.value, m.measured_on AS "measuredOn", m.sample_size AS "sampleSize",
    m.source, m.external_id AS "externalId"
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS r (portfolio_id, source, external_id)
  JOIN kpi_measurement m USING (portfolio_id, source, external_id)`;

/** Writes measurements, but for those whose (source, externalId) the portfolio has already; returns the ids of what was written. */
export const insertMeasurements = async (
  tx: Tx,
  rows: readonly NewMeasurement[],
  stamp: { readonly at: Instant; readonly by: string },
): Promise<ReadonlySet<string>> => {
  const written = await tx.query<{ id: string }>(INSERT, [
    rows.map((row) => row.id),
    rows.map((row) => row.kpiId),
    rows.map((row) => row.portfolioId),
    rows.map((row) => row.value),
    rows.map((row) => row.measuredOn),
    rows.map((row) => row.sampleSize),
    rows.map((row) => row.source),
    rows.map((row) => row.externalId),
    stamp.at,
    stamp.by,
  ]);
  return new Set(written.map((row) => row.id));
};

/** The measurements that stand under the (source, externalId) of these. */
export const existingMeasurements = (
  tx: Tx,
  rows: readonly NewMeasurement[],
): Promise<readonly Omit<NewMeasurement, 'id'>[]> =>
  tx.query(EXISTING, [
    rows.map((row) => row.portfolioId),
    rows.map((row) => row.source),
    rows.map((row) => row.externalId),
  ]);
