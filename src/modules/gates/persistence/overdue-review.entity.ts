import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** That a review was noted as overdue, which it is once. */
@Entity('overdue_review')
@ForeignKey('gate_review', ['portfolioId', 'reviewId'], ['portfolioId', 'id'], { name: 'overdue_review_review_fk' })
export class OverdueReviewEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'overdue_review_pk' })
  readonly reviewId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('timestamp with time zone', { name: 'noted_at', precision: 3 })
  readonly notedAt: Instant;
}
