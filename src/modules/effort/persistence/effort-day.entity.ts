import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';

/** Hours of a person on a day. */
@Entity('effort_day')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_day_portfolio_fk' })
@Check('effort_day_capacity', 'see migrations')
export class EffortDayEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'effort_day_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_day_pk' })
  readonly person: string;

  @PrimaryColumn('date', { name: 'worked_on', primaryKeyConstraintName: 'effort_day_pk' })
  readonly workedOn: CalendarDate;

  @Column('numeric')
  readonly hours: Decimal;
}
