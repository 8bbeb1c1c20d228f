import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';

/** A sum of effort by something reports ask for, without what stands in effort_delta. Kept by functions of the database. */
@Entity('effort_rollup')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_rollup_portfolio_fk' })
@Check('effort_rollup_dimension_known', 'see migrations')
@Check('effort_rollup_grain', 'see migrations')
export class EffortRollupEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly dimension: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly grain: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly day: CalendarDate;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly key: string;

  @PrimaryColumn('text', { name: 'category_key', primaryKeyConstraintName: 'effort_rollup_pk' })
  readonly categoryKey: string;

  @Column('numeric', { name: 'person_days' })
  readonly personDays: Decimal;
}
