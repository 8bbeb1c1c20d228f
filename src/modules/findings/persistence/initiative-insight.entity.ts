import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What an initiative comes to, and from when on that may be otherwise. */
@Entity('initiative_insight')
@Index('initiative_insight_due_idx', ['dueAt'])
@Index('initiative_insight_portfolio_idx', ['portfolioId', 'dueAt'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'initiative_insight_initiative_fk',
})
@Check('initiative_insight_health_known', 'see migrations')
@Check('initiative_insight_whole', 'see migrations')
export class InitiativeInsightEntity {
  @PrimaryColumn('uuid', { name: 'initiative_id', primaryKeyConstraintName: 'initiative_insight_pk' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { nullable: true })
  readonly health: string | null;

  @Column('text', { name: 'health_reason', nullable: true })
  readonly healthReason: string | null;

  @Column('boolean', { name: 'is_ready', nullable: true })
  readonly isReady: boolean | null;

  @Column('timestamp with time zone', { name: 'looked_at', precision: 3, nullable: true })
  readonly lookedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3 })
  readonly dueAt: Instant;
}
