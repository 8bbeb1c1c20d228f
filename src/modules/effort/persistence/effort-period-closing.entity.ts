import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** Days of which the ledger of effort is closed; its status triggers let it be reopened once and nothing else. */
@Entity('effort_period_closing')
@Index('effort_period_closing_history_idx', ['portfolioId', 'closedAt', 'id'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_period_closing_portfolio_fk' })
@ForeignKey('app_user', ['closedBy'], ['id'], { name: 'effort_period_closing_closed_by_fk' })
@ForeignKey('app_user', ['reopenedBy'], ['id'], { name: 'effort_period_closing_reopened_by_fk' })
@Check('effort_period_closing_days', 'see migrations')
@Check('effort_period_closing_note', 'see migrations')
@Check('effort_period_closing_reopening', 'see migrations')
@Exclusion('effort_period_closing_no_overlap', 'see migrations')
export class EffortPeriodClosingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'effort_period_closing_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('date', { name: 'first_day' })
  readonly firstDay: CalendarDate;

  @Column('date', { name: 'last_day' })
  readonly lastDay: CalendarDate;

  @Column('numeric', { name: 'person_days' })
  readonly personDays: Decimal;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('timestamp with time zone', { name: 'closed_at', precision: 3 })
  readonly closedAt: Instant;

  @Column('uuid', { name: 'closed_by' })
  readonly closedBy: string;

  @Column('timestamp with time zone', { name: 'reopened_at', precision: 3, nullable: true })
  readonly reopenedAt: Instant | null;

  @Column('uuid', { name: 'reopened_by', nullable: true })
  readonly reopenedBy: string | null;

  @Column('text', { name: 'reopen_reason', nullable: true })
  readonly reopenReason: string | null;
}
