import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** How far a walk through entries of effort has come that brings their categories in line with what is in force. */
@Entity('effort_reclassification')
@Index('effort_reclassification_under_way_idx', ['portfolioId'], { where: 'finished_at IS NULL' })
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_reclassification_portfolio_fk' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'effort_reclassification_initiative_fk',
})
@ForeignKey('app_user', ['begunBy'], ['id'], { name: 'effort_reclassification_begun_by_fk' })
@Check('effort_reclassification_reached', 'see migrations')
@Check('effort_reclassification_changed', 'see migrations')
export class EffortReclassificationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'effort_reclassification_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  readonly initiativeId: string | null;

  @Column('timestamp with time zone', { name: 'begun_at', precision: 3 })
  readonly begunAt: Instant;

  @Column('uuid', { name: 'begun_by' })
  readonly begunBy: string;

  @Column('date', { name: 'reached_day', nullable: true })
  readonly reachedDay: CalendarDate | null;

  @Column('uuid', { name: 'reached_id', nullable: true })
  readonly reachedId: string | null;

  @Column('integer', { name: 'changed_entries' })
  readonly changedEntries: number;

  @Column('timestamp with time zone', { name: 'finished_at', precision: 3, nullable: true })
  readonly finishedAt: Instant | null;
}
