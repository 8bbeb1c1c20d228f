import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Decimal } from '../../../domain/basics/decimal.js';

/** The target of a category in a scheme. */
@Entity('allocation_category')
@ForeignKey('allocation_scheme', ['portfolioId', 'schemeId'], ['portfolioId', 'id'], {
  name: 'allocation_category_scheme_fk',
})
@ForeignKey('effort_category', ['portfolioId', 'key'], ['portfolioId', 'key'], {
  name: 'allocation_category_category_fk',
})
@Check('allocation_category_target', 'see migrations')
@Check('allocation_category_tolerance', 'see migrations')
export class AllocationCategoryEntity {
  @PrimaryColumn('uuid', { name: 'scheme_id', primaryKeyConstraintName: 'allocation_category_pk' })
  readonly schemeId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'allocation_category_pk' })
  readonly key: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('integer')
  readonly position: number;

  @Column('text')
  readonly name: string;

  @Column('numeric', { name: 'target_percent' })
  readonly targetPercent: Decimal;

  @Column('numeric', { name: 'tolerance_points' })
  readonly tolerancePoints: Decimal;
}
