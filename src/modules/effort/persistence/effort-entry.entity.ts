import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A row of the append-only ledger of effort, which is partitioned by the day worked. */
@Entity('effort_entry')
@Index('effort_entry_reversed_once', ['reversesId', 'workedOn'], { unique: true, where: 'reverses_id IS NOT NULL' })
@Index('effort_entry_period_idx', ['portfolioId', 'workedOn', 'id'])
@Index('effort_entry_facts_idx', { synchronize: false })
@Index('effort_entry_recorded_idx', ['recordedAt'], { type: 'brin' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'effort_entry_initiative_fk',
})
@ForeignKey('effort_category', ['portfolioId', 'categoryKey'], ['portfolioId', 'key'], {
  name: 'effort_entry_category_fk',
})
@ForeignKey('effort_entry', ['reversesId', 'workedOn'], ['id', 'workedOn'], { name: 'effort_entry_reverses_fk' })
@ForeignKey('app_user', ['recordedBy'], ['id'], { name: 'effort_entry_recorded_by_fk' })
@ForeignKey('late_effort', ['portfolioId', 'lateId'], ['portfolioId', 'id'], { name: 'effort_entry_late_fk' })
@Check('effort_entry_unit_known', 'see migrations')
@Check('effort_entry_method_known', 'see migrations')
@Check('effort_entry_category_source_known', 'see migrations')
@Check('effort_entry_none_has_no_category', 'see migrations')
@Check('effort_entry_rule_is_named', 'see migrations')
@Check('effort_entry_amount', 'see migrations')
@Check('effort_entry_day_finite', 'see migrations')
@Check('effort_entry_sign', 'see migrations')
export class EffortEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'effort_entry_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'category_key', nullable: true })
  readonly categoryKey: string | null;

  @Column('text', { name: 'category_source' })
  readonly categorySource: string;

  @Column('text', { name: 'rule_name', nullable: true })
  readonly ruleName: string | null;

  @Column('numeric')
  readonly amount: Decimal;

  @Column('text')
  readonly unit: string;

  @Column('numeric', { name: 'person_days' })
  readonly personDays: Decimal;

  @PrimaryColumn('date', { name: 'worked_on', primaryKeyConstraintName: 'effort_entry_pk' })
  readonly workedOn: CalendarDate;

  @Column('text', { nullable: true })
  readonly person: string | null;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('text', { array: true })
  readonly labels: string[];

  @Column('text')
  readonly source: string;

  @Column('text', { name: 'external_id' })
  readonly externalId: string;

  @Column('integer')
  readonly revision: number;

  @Column('text')
  readonly method: string;

  @Column('boolean', { name: 'is_reversal' })
  readonly isReversal: boolean;

  @Column('uuid', { name: 'reverses_id', nullable: true })
  readonly reversesId: string | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('uuid', { name: 'recorded_by' })
  readonly recordedBy: string;

  @Column('text', { array: true, default: '{}' })
  readonly components: string[];

  @Column('text', { name: 'ticket_type', nullable: true })
  readonly ticketType: string | null;

  @Column('text', { name: 'project_key', nullable: true })
  readonly projectKey: string | null;

  @Column('uuid', { name: 'connection_id', nullable: true })
  readonly connectionId: string | null;

  @Column('integer', { name: 'rules_version', nullable: true })
  readonly rulesVersion: number | null;

  @Column('uuid', { name: 'late_id', nullable: true })
  readonly lateId: string | null;
}
