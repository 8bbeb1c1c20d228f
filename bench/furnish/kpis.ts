import type pg from 'pg';
import { FIRST_DAY, LAST_DAY } from '../sizes.js';
import { EACH_INITIATIVE, ID } from './draw.js';

/** Every other initiative has a third. */
const KPIS_OF_N = '(2 + n % 2)';
const KPI = (place: string): string => ID('kpi', `i.number || '-' || ${place}`);

const KPIS = `
  INSERT INTO kpi (id, portfolio_id, initiative_id, created_at)
  SELECT ${KPI('place')}, i.portfolio_id, i.id, i.created_at + place * interval '1 minute'
  FROM ${EACH_INITIATIVE} CROSS JOIN LATERAL generate_series(1, ${KPIS_OF_N}) AS place`;

const DEFINITIONS = `
  INSERT INTO kpi_definition (kpi_id, version, portfolio_id, name, unit, role, class, direction, data_source, owner_id, baseline_value,
    baseline_measured_on, baseline_sample_size, target, target_date, recorded_at, recorded_by)
  SELECT ${KPI('kind.place')}, 1, i.portfolio_id, kind.name, kind.unit, kind.role, kind.class, kind.direction, 'case system', i.owner_id,
    kind.baseline, '${FIRST_DAY}', 2000, kind.target, '2026-12-31', i.created_at, i.owner_id
  FROM ${EACH_INITIATIVE}
  JOIN (VALUES
    (1, 'Handling time', 'minutes', 'PRIMARY', 'BUSINESS', 'DECREASE', 9.4, 6.5),
    (2, 'Reopened cases', 'percent', 'GUARDRAIL', 'BUSINESS', 'DECREASE', 3.1, 4.0),
    (3, 'Suggestions taken', 'percent', 'LEADING', 'USAGE', 'INCREASE', 20, 80)
  ) AS kind (place, name, unit, role, class, direction, baseline, target) ON kind.place <= ${KPIS_OF_N}`;

/** The KPIs of an initiative are measured in turn, evenly over two years, the last on the last day. */
const MEASUREMENTS = `
  INSERT INTO kpi_measurement (id, kpi_id, portfolio_id, value, measured_on, sample_size, source, recorded_at, recorded_by)
  SELECT uuidv7(), ${KPI(`(1 + m % ${KPIS_OF_N})`)}, i.portfolio_id, 3 + (n * 7 + m * 13) % 60 / 10.0, measured.day, 100 + m, 'bench',
    measured.day + interval '1 day', i.owner_id
  FROM ${EACH_INITIATIVE} CROSS JOIN generate_series(1, $1::integer) AS m
  CROSS JOIN LATERAL (SELECT date '${LAST_DAY}' - ($1 - m) * 700 / $1 AS day) AS measured`;

/** Two or three KPIs an initiative, and the measurements of each. */
export const writeKpis = async (client: pg.Client, measurementsEach: number): Promise<void> => {
  await client.query(KPIS);
  await client.query(DEFINITIONS);
  await client.query(MEASUREMENTS, [measurementsEach]);
};
