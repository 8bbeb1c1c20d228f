import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** When the findings of a portfolio itself were looked for, and from when on they may be otherwise. */
@Entity('portfolio_insight')
@Index('portfolio_insight_due_idx', ['dueAt'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'portfolio_insight_portfolio_fk' })
export class PortfolioInsightEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'portfolio_insight_pk' })
  readonly portfolioId: string;

  @Column('timestamp with time zone', { name: 'looked_at', precision: 3, nullable: true })
  readonly lookedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3 })
  readonly dueAt: Instant;
}
