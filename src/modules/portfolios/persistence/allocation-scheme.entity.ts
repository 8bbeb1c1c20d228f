import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** One version of how effort should be split. */
@Entity('allocation_scheme')
@Unique('allocation_scheme_version_unique', ['portfolioId', 'version'])
@Unique('allocation_scheme_tenant_unique', ['portfolioId', 'id'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'allocation_scheme_portfolio_fk' })
@ForeignKey('app_user', ['publishedBy'], ['id'], { name: 'allocation_scheme_published_by_fk' })
@Check('allocation_scheme_floor', 'see migrations')
export class AllocationSchemeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'allocation_scheme_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly key: string;

  @Column('integer')
  readonly version: number;

  @Column('date', { name: 'valid_from' })
  readonly validFrom: CalendarDate;

  @Column('numeric', { name: 'coverage_floor_percent' })
  readonly coverageFloorPercent: Decimal;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  readonly publishedAt: Instant;

  @Column('uuid', { name: 'published_by' })
  readonly publishedBy: string;
}
