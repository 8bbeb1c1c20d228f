import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';

/** What an identity came to: its newest revision and, unless that was taken back, its entry. Kept by a trigger of the ledger. */
@Entity('effort_identity')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'effort_identity_portfolio_fk' })
@Check('effort_identity_live', 'see migrations')
export class EffortIdentityEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'effort_identity_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'effort_identity_pk' })
  readonly source: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'effort_identity_pk' })
  readonly externalId: string;

  @Column('integer')
  readonly revision: number;

  @Column('uuid', { name: 'entry_id', nullable: true })
  readonly entryId: string | null;

  @Column('date', { name: 'worked_on', nullable: true })
  readonly workedOn: CalendarDate | null;
}
