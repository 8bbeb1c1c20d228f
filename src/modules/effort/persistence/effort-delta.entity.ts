import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';

/** Effort that stands in the ledger and not in the rollups yet. Kept by functions of the database. */
@Entity('effort_delta')
@Index('effort_delta_initiative_idx', ['portfolioId', 'initiativeId'])
export class EffortDeltaEntity {
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'effort_delta_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { nullable: true })
  readonly person: string | null;

  @Column('text', { name: 'category_key', nullable: true })
  readonly categoryKey: string | null;

  @Column('date', { name: 'worked_on' })
  readonly workedOn: CalendarDate;

  @Column('numeric', { name: 'person_days' })
  readonly personDays: Decimal;
}
