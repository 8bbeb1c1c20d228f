import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** What came late for a closed period, as it was sent, and what became of it. */
@Entity('late_effort')
@Unique('late_effort_tenant_unique', ['portfolioId', 'id'])
@Index('late_effort_one_pending', ['portfolioId', 'source', 'externalId'], {
  unique: true,
  where: "status = 'PENDING'",
})
@Index('late_effort_identity_idx', ['portfolioId', 'source', 'externalId', 'receivedAt'])
@Index('late_effort_history_idx', ['portfolioId', 'receivedAt', 'id'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'late_effort_initiative_fk' })
@ForeignKey('effort_category', ['portfolioId', 'categoryKey'], ['portfolioId', 'key'], {
  name: 'late_effort_category_fk',
})
@ForeignKey('app_user', ['receivedBy'], ['id'], { name: 'late_effort_received_by_fk' })
@ForeignKey('app_user', ['decidedBy'], ['id'], { name: 'late_effort_decided_by_fk' })
@Check('late_effort_kind_known', 'see migrations')
@Check('late_effort_status_known', 'see migrations')
@Check('late_effort_unit_known', 'see migrations')
@Check('late_effort_method_known', 'see migrations')
@Check('late_effort_amount', 'see migrations')
@Check('late_effort_deletes_something', 'see migrations')
@Check('late_effort_decision', 'see migrations')
export class LateEffortEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'late_effort_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly kind: string;

  @Column('text')
  readonly status: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'category_key', nullable: true })
  readonly categoryKey: string | null;

  @Column('numeric')
  readonly amount: Decimal;

  @Column('text')
  readonly unit: string;

  @Column('date', { name: 'worked_on' })
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

  @Column('text')
  readonly method: string;

  @Column('text', { array: true, default: '{}' })
  readonly components: string[];

  @Column('text', { name: 'ticket_type', nullable: true })
  readonly ticketType: string | null;

  @Column('text', { name: 'project_key', nullable: true })
  readonly projectKey: string | null;

  @Column('uuid', { name: 'connection_id', nullable: true })
  readonly connectionId: string | null;

  @Column('date', { name: 'replaces_on', nullable: true })
  readonly replacesOn: CalendarDate | null;

  @Column('timestamp with time zone', { name: 'received_at', precision: 3 })
  readonly receivedAt: Instant;

  @Column('uuid', { name: 'received_by' })
  readonly receivedBy: string;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  readonly decidedAt: Instant | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  readonly decidedBy: string | null;

  @Column('text', { nullable: true })
  readonly reason: string | null;
}
