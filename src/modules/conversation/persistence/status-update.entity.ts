import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What somebody told of an initiative at one time. */
@Entity('status_update')
@Index('status_update_recent_idx', ['portfolioId', 'postedAt'])
@Index('status_update_history_idx', ['initiativeId', 'postedAt', 'id'])
@Index('status_update_poster_idx', ['postedBy', 'postedAt'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'status_update_initiative_fk',
})
@ForeignKey('app_user', ['postedBy'], ['id'], { name: 'status_update_posted_by_fk' })
@Check('status_update_health_told', 'see migrations')
@Check('status_update_length', 'see migrations')
export class StatusUpdateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'status_update_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text')
  readonly health: string;

  @Column('text')
  readonly text: string;

  @Column('timestamp with time zone', { name: 'posted_at', precision: 3 })
  readonly postedAt: Instant;

  @Column('uuid', { name: 'posted_by' })
  readonly postedBy: string;
}
