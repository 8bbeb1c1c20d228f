import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** The review of what an initiative brought, so many days after it went live. Completed once. */
@Entity('benefits_review')
@Unique('benefits_review_once', ['initiativeId', 'milestoneDays'])
@Index('benefits_review_open_idx', ['portfolioId'], { where: 'completed_at IS NULL' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'benefits_review_initiative_fk',
})
@ForeignKey('app_user', ['completedBy'], ['id'], { name: 'benefits_review_completed_by_fk' })
@Check('benefits_review_milestone_known', 'see migrations')
@Check('benefits_review_outcome_known', 'see migrations')
@Check('benefits_review_completion', 'see migrations')
export class BenefitsReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'benefits_review_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('integer', { name: 'milestone_days' })
  readonly milestoneDays: number;

  @Column('date', { name: 'production_entered_on' })
  readonly productionEnteredOn: CalendarDate;

  @Column('date', { name: 'due_on' })
  readonly dueOn: CalendarDate;

  @Column('timestamp with time zone', { name: 'opened_at', precision: 3 })
  readonly openedAt: Instant;

  @Column('timestamp with time zone', { name: 'completed_at', precision: 3, nullable: true })
  readonly completedAt: Instant | null;

  @Column('uuid', { name: 'completed_by', nullable: true })
  readonly completedBy: string | null;

  @Column('text', { nullable: true })
  readonly outcome: string | null;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('jsonb', { nullable: true })
  readonly snapshot: unknown;
}
