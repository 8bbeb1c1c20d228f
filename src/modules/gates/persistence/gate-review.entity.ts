import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A review at a gate. */
@Entity('gate_review')
@Unique('gate_review_tenant_unique', ['portfolioId', 'id'])
@Index('gate_review_one_open', ['initiativeId'], { unique: true, where: "status = 'OPEN'" })
@Index('gate_review_initiative_idx', ['initiativeId', 'requestedAt'])
@Index('gate_review_cancelled_idx', ['portfolioId', 'cancelledAt'], { where: "status = 'CANCELLED'" })
@Index('gate_review_due_idx', ['portfolioId', 'dueOn'], { where: "status = 'OPEN'" })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'gate_review_initiative_fk' })
@ForeignKey('app_user', ['requestedBy'], ['id'], { name: 'gate_review_requested_by_fk' })
@ForeignKey('app_user', ['cancelledBy'], ['id'], { name: 'gate_review_cancelled_by_fk' })
@Check('gate_review_status_known', 'see migrations')
@Check('gate_review_cancellation', 'see migrations')
export class GateReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gate_review_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'gate_key' })
  readonly gateKey: string;

  @Column('text')
  readonly status: string;

  @Column('timestamp with time zone', { name: 'requested_at', precision: 3 })
  readonly requestedAt: Instant;

  @Column('uuid', { name: 'requested_by' })
  readonly requestedBy: string;

  @Column('date', { name: 'due_on', nullable: true })
  readonly dueOn: CalendarDate | null;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('timestamp with time zone', { name: 'cancelled_at', precision: 3, nullable: true })
  readonly cancelledAt: Instant | null;

  @Column('uuid', { name: 'cancelled_by', nullable: true })
  readonly cancelledBy: string | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  readonly cancelReason: string | null;
}
