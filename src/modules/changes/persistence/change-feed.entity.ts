import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** Which initiatives changed, in an order in which nothing comes in between later on. */
@Entity('change_feed')
@Index('change_feed_moved_idx', ['movedAt'])
export class ChangeFeedEntity {
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'change_feed_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('timestamp with time zone', { name: 'moved_at', precision: 3 })
  readonly movedAt: Instant;
}
