import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { KpiMeasurement } from '../../../domain/kpis/kpi.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';

/** Which measurements are asked for: both days belong to the period, null leaves it open. */
export interface MeasurementPaging {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** True for the latest day first; a cursor goes on from its place in either order. */
  readonly latestFirst: boolean;
  readonly first: number;
  readonly after: string | null;
}

type Row = KpiMeasurement & { readonly id: string; readonly kpiId: string };

const LIST = 'measurements';
const PLACE = ['date', 'id'] as const;

const pagesIn = (isAfter: '>' | '<', order: 'ASC' | 'DESC'): string => `
  SELECT m.id, k.id AS "kpiId", m.value, m.measured_on AS "measuredOn", m.sample_size AS "sampleSize", m.source, m.recorded_at AS "recordedAt"
  FROM unnest($1::uuid[]) AS k (id)
  CROSS JOIN LATERAL (
    SELECT * FROM kpi_measurement m
    WHERE m.kpi_id = k.id AND ($2::date IS NULL OR m.measured_on >= $2) AND ($3::date IS NULL OR m.measured_on <= $3)
      AND ($4::date IS NULL OR (m.measured_on, m.id) ${isAfter} ($4, $5::uuid))
    ORDER BY m.measured_on ${order}, m.id ${order} LIMIT $6
  ) m
  ORDER BY k.id, m.measured_on ${order}, m.id ${order}`;

const EARLIEST_FIRST = pagesIn('>', 'ASC');
const LATEST_FIRST = pagesIn('<', 'DESC');

@Injectable()
export class KpiMeasurements {
  constructor(private readonly database: Database) {}

  private readonly pages = listLoader<MeasurementPaging, Page<KpiMeasurement>>(
    (kpiIds, paging) => this.read(kpiIds, paging),
    (paging) => pageIn([], paging),
  );

  /** A page of the measurements of a KPI, by day in the order asked for. A cursor of another list is BAD_USER_INPUT. */
  async ofKpi(scope: object, kpiId: string, paging: MeasurementPaging): Promise<Page<KpiMeasurement>> {
    decodeCursor(LIST, paging.after, PLACE);
    return this.pages.load(scope, kpiId, paging);
  }

  private async read(
    kpiIds: readonly string[],
    paging: MeasurementPaging,
  ): Promise<ReadonlyMap<string, Page<KpiMeasurement>>> {
    const [day = null, id = null] = decodeCursor(LIST, paging.after, PLACE) ?? [];
    const pages = paging.latestFirst ? LATEST_FIRST : EARLIEST_FIRST;
    const rows = await this.database.rows<Row>(pages, [kpiIds, paging.from, paging.to, day, id, paging.first + 1]);
    return new Map([...groupBy(rows, (row) => row.kpiId)].map(([kpiId, own]) => [kpiId, pageIn(own, paging)]));
  }
}

const pageIn = (rows: readonly Row[], paging: MeasurementPaging): Page<KpiMeasurement> =>
  pageOf(rows, paging.first, paging.after, (row) => encodeCursor(LIST, [row.measuredOn, row.id]));
