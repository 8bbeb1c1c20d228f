import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';

/** How far the days of a portfolio have begun. */
@Entity('portfolio_day')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'portfolio_day_portfolio_fk' })
@Check('portfolio_day_finite', 'see migrations')
export class PortfolioDayEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'portfolio_day_pk' })
  readonly portfolioId: string;

  @Column('date', { name: 'begun_through' })
  readonly begunThrough: CalendarDate;
}
