import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A category effort may be booked on. */
@Entity('effort_category')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_category_portfolio_fk' })
export class EffortCategoryEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'effort_category_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_category_pk' })
  readonly key: string;
}
