import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A KPI of an initiative; its meaning stands in its definitions. */
@Entity('kpi')
@Unique('kpi_tenant_unique', ['portfolioId', 'id'])
@Index('kpi_initiative_idx', ['initiativeId'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'kpi_initiative_fk' })
export class KpiEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kpi_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;
}
