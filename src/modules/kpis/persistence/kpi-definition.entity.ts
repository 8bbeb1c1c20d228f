import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** One version of what a KPI means. */
@Entity('kpi_definition')
@ForeignKey('kpi', ['portfolioId', 'kpiId'], ['portfolioId', 'id'], { name: 'kpi_definition_kpi_fk' })
@ForeignKey('app_user', ['ownerId'], ['id'], { name: 'kpi_definition_owner_fk' })
@ForeignKey('app_user', ['recordedBy'], ['id'], { name: 'kpi_definition_recorded_by_fk' })
@Check('kpi_definition_role_known', 'see migrations')
@Check('kpi_definition_class_known', 'see migrations')
@Check('kpi_definition_direction_known', 'see migrations')
@Check('kpi_definition_baseline_dated', 'see migrations')
@Check('kpi_definition_numbers', 'see migrations')
@Check('kpi_definition_revision_says_why', 'see migrations')
export class KpiDefinitionEntity {
  @PrimaryColumn('uuid', { name: 'kpi_id', primaryKeyConstraintName: 'kpi_definition_pk' })
  readonly kpiId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'kpi_definition_pk' })
  readonly version: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly unit: string;

  @Column('text')
  readonly role: string;

  @Column('text')
  readonly class: string;

  @Column('text')
  readonly direction: string;

  @Column('text', { name: 'data_source' })
  readonly dataSource: string;

  @Column('uuid', { name: 'owner_id' })
  readonly ownerId: string;

  @Column('numeric', { name: 'baseline_value', nullable: true })
  readonly baselineValue: Decimal | null;

  @Column('date', { name: 'baseline_measured_on', nullable: true })
  readonly baselineMeasuredOn: CalendarDate | null;

  @Column('integer', { name: 'baseline_sample_size', nullable: true })
  readonly baselineSampleSize: number | null;

  @Column('numeric', { nullable: true })
  readonly target: Decimal | null;

  @Column('numeric', { name: 'range_low', nullable: true })
  readonly rangeLow: Decimal | null;

  @Column('numeric', { name: 'range_high', nullable: true })
  readonly rangeHigh: Decimal | null;

  @Column('date', { name: 'target_date', nullable: true })
  readonly targetDate: CalendarDate | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('uuid', { name: 'recorded_by' })
  readonly recordedBy: string;

  @Column('text', { nullable: true })
  readonly reason: string | null;
}
