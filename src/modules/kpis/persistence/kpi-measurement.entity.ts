import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** One measured value of a KPI. */
@Entity('kpi_measurement')
@Index('kpi_measurement_external_unique', ['portfolioId', 'source', 'externalId'], {
  unique: true,
  where: 'external_id IS NOT NULL',
})
@Index('kpi_measurement_recent_idx', ['portfolioId', 'measuredOn'])
@Index('kpi_measurement_facts_idx', { synchronize: false })
@ForeignKey('kpi', ['portfolioId', 'kpiId'], ['portfolioId', 'id'], { name: 'kpi_measurement_kpi_fk' })
@ForeignKey('app_user', ['recordedBy'], ['id'], { name: 'kpi_measurement_recorded_by_fk' })
@Check('kpi_measurement_number', 'see migrations')
@Check('kpi_measurement_sample', 'see migrations')
export class KpiMeasurementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kpi_measurement_pk' })
  readonly id: string;

  @Column('uuid', { name: 'kpi_id' })
  readonly kpiId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('numeric')
  readonly value: Decimal;

  @Column('date', { name: 'measured_on' })
  readonly measuredOn: CalendarDate;

  @Column('integer', { name: 'sample_size', nullable: true })
  readonly sampleSize: number | null;

  @Column('text')
  readonly source: string;

  @Column('text', { name: 'external_id', nullable: true })
  readonly externalId: string | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('uuid', { name: 'recorded_by' })
  readonly recordedBy: string;
}
